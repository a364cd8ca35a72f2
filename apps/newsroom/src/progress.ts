import type { OnStep } from "@pg/store"
import type { Output } from "./world.js"

/**
 * How far a long run is, in one line that is written over; nothing at all where no person is watching the output.
 * `advanceTo` says how many of the `total` are done, `what` being what is counted; `clear` takes the line away.
 */
export function createProgress(
  output: Output,
  total: number,
  what = "items",
): { advanceTo: (done: number) => void; clear: () => void } {
  if (!output.isTTY) return { advanceTo: () => {}, clear: () => {} }
  const startOfLine = "\r\u001B[2K"
  return {
    advanceTo: (done) => {
      output.write(`${startOfLine}${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}`)
    },
    clear: () => output.write(startOfLine),
  }
}

/** The same for work of several steps, each of which says what it counts: `step` is given to the store as `onStep`. */
export function createSteps(output: Output): { step: OnStep; clear: () => void } {
  let shown = { name: "", total: 0, ...createProgress(output, 0) }
  return {
    step: (name, done, total) => {
      if (name !== shown.name || total !== shown.total) shown = { name, total, ...createProgress(output, total, name) }
      shown.advanceTo(done)
    },
    clear: () => shown.clear(),
  }
}

/** Says what is being done, where that cannot say how far it is; what it gives back takes the words away. */
export function showBusy(output: Output, words: string): () => void {
  if (!output.isTTY) return () => {}
  output.write(`${words} …`)
  return () => void output.write("\r\u001B[2K")
}
