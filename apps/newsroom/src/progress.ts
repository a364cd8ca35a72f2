import type { Output } from "./world.js"

/**
 * How far a long run is, in one line that is written over; nothing at all where no person is watching the output.
 * `advance` counts up by so many of the `total`; `clear` takes the line away.
 */
export function createProgress(output: Output, total: number): { advance: (by: number) => void; clear: () => void } {
  if (!output.isTTY) return { advance: () => {}, clear: () => {} }
  let done = 0
  const startOfLine = "\r\u001B[2K"
  return {
    advance: (by) => {
      done += by
      output.write(`${startOfLine}${done.toLocaleString("en")} of ${total.toLocaleString("en")} items`)
    },
    clear: () => output.write(startOfLine),
  }
}
