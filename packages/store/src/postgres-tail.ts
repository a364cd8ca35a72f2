import type pg from "pg"
import { StoreError } from "./store-error.js"
import { audience, type Tail } from "./tail.js"

/** The channel on which each transaction that writes says up to where: PostgreSQL tells it when that is committed. */
export const channel = "newsroom_log"

const beat = 2000
/** Of the listening connection too, by its `query_timeout`. */
const longestWait = 3000
const pauses = { first: 100, longest: 5000 }

/**
 * The end of a log in PostgreSQL. From the first question on a connection of its own listens to what all processes write;
 * while that is not there, `ask` asks the database each time. Whether it is alive is tried every two seconds, by reading
 * the log's end over it: a network that swallows what others say is found out by then, and nobody waits for it for ever.
 */
export function postgresTail(connect: () => pg.Client, ask: () => Promise<number>): Tail {
  const listening = audience()
  let client: pg.Client | undefined
  /** Whether all that others write is heard, so that `latest` is the log's end. */
  let hears = false
  let latest = 0
  let pause = pauses.first
  let timer: NodeJS.Timeout | undefined
  let opening: Promise<void> | undefined

  const learn = (seq: number) => {
    latest = Math.max(latest, seq)
    listening.tell(seq)
  }

  async function open(): Promise<void> {
    const opened = connect()
    client = opened
    opened.on("notification", ({ payload }) => client === opened && learn(Number(payload)))
    opened.on("error", () => lose(opened))
    opened.on("end", () => lose(opened))
    try {
      await opened.connect()
      await opened.query(`listen ${channel}`)
      await readEnd(opened)
    } catch {
      lose(opened)
    }
  }

  /** What is written after this has been read is heard, since the listening began before. */
  async function readEnd(on: pg.Client): Promise<void> {
    const { rows } = await on.query<{ seq: number }>("select seq from revisions order by seq desc limit 1")
    if (client !== on) return
    learn(rows[0]?.seq ?? 0)
    hears = true
    pause = pauses.first
    timer = setTimeout(() => readEnd(on).catch(() => lose(on)), beat).unref()
  }

  function lose(lost: pg.Client): void {
    if (client !== lost) return
    client = undefined
    hears = false
    latest = 0
    clearTimeout(timer)
    lost.end().catch(() => {})
    timer = setTimeout(() => (opening = open()), pause).unref()
    pause = Math.min(2 * pause, pauses.longest)
  }

  return {
    seq: async () => {
      opening ??= open()
      if (hears) return latest
      const seq = await inTime(ask())
      listening.tell(seq)
      return seq
    },
    wrote: learn,
    onChange: (listener) => {
      opening ??= open()
      return listening.add(listener)
    },
    close: async () => {
      listening.dismiss()
      await opening
      const last = client
      client = undefined
      clearTimeout(timer)
      await last?.end()
    },
  }
}

/** An answer of the database, or after as long as the listening connection is waited for a failure that says that none came. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new StoreError("The database does not answer: try again in a moment.")),
      longestWait,
    )
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
