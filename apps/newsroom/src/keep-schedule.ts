import type { Log } from "@pg/api"
import type { Store } from "@pg/store"

type Options = { store: Pick<Store, "publishDue" | "nextDue" | "onChange">; now: () => Date; log: Log }

/** `untilDue` is how many seconds there are until the next item is published by itself; `stop` ends it. */
export type Schedule = { untilDue: () => number | undefined; stop: () => Promise<void> }

/**
 * Publishes what is scheduled when it is due, first what became due while nobody did. It looks again whenever the log grows,
 * since somebody may have scheduled something sooner, and each half minute, for clocks that are set. Where several
 * processes do, each item is published by one of them.
 */
export function keepSchedule({ store, now, log }: Options): Schedule {
  let due: number | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let working: Promise<void> = Promise.resolve()

  const look = async () => {
    let wait = longestWait
    try {
      due = await publishDue({ store, now, log })
      if (due !== undefined) wait = Math.min(longestWait, Math.max(shortestWait, due - now().getTime()))
    } catch (error) {
      log.error({ err: error }, "what is scheduled could not be published; it is tried again in half a minute")
    }
    if (!isStopped) timer = setTimeout(lookAgain, wait).unref()
  }
  const lookAgain = () => {
    clearTimeout(timer)
    working = working.then(() => (isStopped ? undefined : look()))
  }
  /** What is written in a burst is looked at once. */
  const stopListening = store.onChange(() => {
    clearTimeout(timer)
    timer = setTimeout(lookAgain, shortestWait).unref()
  })
  lookAgain()

  return {
    untilDue: () => (due === undefined ? undefined : (due - now().getTime()) / 1000),
    stop: async () => {
      isStopped = true
      stopListening()
      clearTimeout(timer)
      await working
    },
  }
}

/** When the next is due after all that is due has been published. */
async function publishDue({ store, now, log }: Options): Promise<number | undefined> {
  for (;;) {
    const next = await store.nextDue()
    const due = next === undefined ? undefined : Date.parse(next)
    if (due === undefined || due > now().getTime()) return due
    const ids = await store.publishDue({ at: now().toISOString(), by: "schedule" })
    // Another process is about to.
    if (ids.length === 0) return due
    log.info({ ids }, "published as scheduled")
  }
}

const longestWait = 30_000
const shortestWait = 50
