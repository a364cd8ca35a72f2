import { setImmediate } from "node:timers/promises"
import type { Log } from "@pg/api"

/** Work that is done again and again: `pass` gives back whether there is more of it at once. */
type Work = { name: string; pass: () => Promise<boolean> }

/** `pause` in milliseconds is how long it rests while nobody wakes it. */
type Options = { pause: number; log: Pick<Log, "error"> }

/**
 * Does some work whenever it is woken, and after each pause, until it is stopped. What fails is logged, once while it goes on
 * failing in the same way, and tried again after the pause, however often it is woken.
 */
export function keepGoing(
  { name, pass }: Work,
  { pause, log }: Options,
): { wake: () => void; stop: () => Promise<void> } {
  const stopping = new AbortController()
  let isWoken = false
  let failure: string | undefined
  let rise = () => {}

  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause)
      rise = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function once(): Promise<boolean> {
    try {
      const hasMore = await pass()
      failure = undefined
      return hasMore
    } catch (error) {
      const said = String(error)
      if (said !== failure) log.error({ err: error }, `${name} failed`)
      failure = said
      return false
    }
  }

  async function go(): Promise<void> {
    while (!stopping.signal.aborted) {
      isWoken = false
      const hasMore = await once()
      if (stopping.signal.aborted) return
      if (failure === undefined && (hasMore || isWoken)) await setImmediate()
      else await rest()
    }
  }

  const going = go()
  return {
    wake: () => {
      isWoken = true
      if (failure === undefined) rise()
    },
    stop: async () => {
      stopping.abort()
      rise()
      await going
    },
  }
}
