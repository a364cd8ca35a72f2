import { setTimeout } from "node:timers/promises"
import type { Store } from "@pg/store"
import { createSender, parseAllowed } from "@pg/webhooks"
import { createDeliverer, type Means } from "./deliverer.js"
import { keepGoing } from "./keep-going.js"
import { tellHub } from "./tell-hub.js"

/**
 * `allowed` are addresses that are not public and may be told all the same, `hub` is a WebSub hub to be told of feeds, `timeout`
 * in milliseconds is how long a receiver has to answer.
 */
type Options = Pick<Means, "now" | "random" | "claimant" | "timeout" | "log"> & {
  store: Store
  siteUrl: string
  userAgent: string
  allowed: string
  hub: string | undefined
}

/** Commands of other processes (a new webhook, a replay) are seen after this, in milliseconds; changes of the log at once. */
const pause = 1000
const hour = 3_600_000
/** How long what was told or given up stays in the delivery log. */
const kept = 30 * 24 * hour

/**
 * Begins to tell webhooks, and the hub, what the log says, and goes on until it is stopped: then what is under way has some
 * seconds to be answered.
 */
export function startDelivering(options: Options): { stop: (seconds: number) => Promise<void> } {
  const { store, allowed, hub, timeout, userAgent, now, log } = options
  const deliverer = createDeliverer({
    ...options,
    send: createSender({ allowed: parseAllowed(allowed), timeout, userAgent }),
    onDone: () => telling.wake(),
  })
  const telling = keepGoing({ name: "telling webhooks", pass: deliverer.pass }, { pause, log })
  const prune = async () => {
    await store.webhooks.prune(new Date(now().getTime() - kept))
    return false
  }
  const pruning = keepGoing({ name: "pruning deliveries", pass: prune }, { pause: hour, log })
  const works = [telling, pruning]
  const stopping = new AbortController()
  if (hub !== undefined) {
    // Whoever runs the newsroom has named the hub, wherever it is.
    const send = createSender({ allowed: parseAllowed(`${allowed},${hostOf(hub)}`), timeout, userAgent })
    works.push(
      keepGoing(
        { name: "telling the hub", pass: tellHub({ ...options, hub, send, stopping: stopping.signal }) },
        { pause, log },
      ),
    )
  }
  const ignore = store.onChange(() => {
    for (const work of works) work.wake()
  })
  return {
    stop: async (seconds) => {
      ignore()
      stopping.abort(new Error("the newsroom is stopping"))
      await Promise.all(works.map((work) => work.stop()))
      const patience = new AbortController()
      const limit = setTimeout(seconds * 1000, undefined, { signal: patience.signal }).then(deliverer.abort, () => {})
      await deliverer.settle()
      patience.abort()
      await limit
    },
  }
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^\[(.*)\]$|[.]$/, "$1")
