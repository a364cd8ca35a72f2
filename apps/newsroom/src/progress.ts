import type { Output } from "./world.js"

/**
 * How far a long run is, in one line that is written over; nothing at all where no person is watching the output.
 * `advanceTo` says how many of the `total` are done; `clear` takes the line away.
 */
export function createProgress(
  output: Output,
  total: number,
): { advanceTo: (done: number) => void; clear: () => void } {
  if (!output.isTTY) return { advanceTo: () => {}, clear: () => {} }
  const startOfLine = "\r\u001B[2K"
  return {
    advanceTo: (done) => {
      output.write(`${startOfLine}${done.toLocaleString("en")} of ${total.toLocaleString("en")} items`)
    },
    clear: () => output.write(startOfLine),
  }
}
