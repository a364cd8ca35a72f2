import { boundsOf, isEdtf, type Bounds } from "./values/edtf.js"

/** Whether a text is a range of dates as asked in a query: `2021`, `2021-06`, `2021-06-15`, `2021-03..2021-06`, `..2021`, `2021..`. */
export const isDateRange = (text: string): boolean => rangeOf(text) !== undefined

/**
 * The first and last day of a range of dates, both inclusive; absent where it is open. A text that is no range has
 * neither.
 */
export function dateRangeBounds(text: string): Bounds {
  const range = rangeOf(text)
  return range === undefined ? {} : boundsOf(range)
}

function rangeOf(text: string): string | undefined {
  const plain = /^(?:\d{4}(?:-\d\d){0,2})?$/
  const [start = "", end = start, ...more] = text.split("..")
  if (text === "" || text === ".." || more.length > 0 || !plain.test(start) || !plain.test(end)) return undefined
  const edtf = text.includes("..") ? `${start || ".."}/${end || ".."}` : start
  return isEdtf(edtf) ? edtf : undefined
}
