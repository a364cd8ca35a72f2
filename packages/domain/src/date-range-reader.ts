import { isDateRange } from "./date-range.js"
import { nearest } from "./nearest.js"
import { type Read, shown } from "./query-readers.js"

/** A range of dates, or one of the words that stand for one. What is none is told why, and what was probably meant. */
export const dateRange =
  (...words: string[]) =>
  (value: string): Read<string> => {
    if (isDateRange(value) || words.includes(value)) return { value }
    return severalIn(value) ?? slashedIn(value) ?? wrongIn(value) ?? misspelt(value, words)
  }

/** The one filter of several values that there is not: what lies between two dates is one range. */
const severalIn = (value: string) =>
  value.includes(",")
    ? { message: `${shown(value)} is several values: give one, or a range, as in 2021-03..2021-06` }
    : undefined

/** As ISO 8601 writes an interval. */
function slashedIn(value: string) {
  const dots = value.replace(/^(?:\.\.)?\/|\/(?:\.\.)?$|\//, "..")
  return value.includes("/") && isDateRange(dots)
    ? { message: `${shown(value)} is not a range: one is written with two dots`, suggestion: dots }
    : undefined
}

/** What has the form of a range, but is none: a day that no calendar has, or an end before its beginning. */
function wrongIn(value: string): Read<string> | undefined {
  const dates = value.split("..").filter((date) => date !== "")
  if (dates.length === 0 || dates.length > 2 || !dates.every((date) => /^\d{4}(?:-\d\d){0,2}$/.test(date)))
    return undefined
  const unreal = dates.find((date) => !isDateRange(date))
  if (unreal !== undefined) return { message: `there is no ${unreal.length > 7 ? "day" : "month"} ${unreal}` }
  return { message: `${shown(value)} runs backwards`, suggestion: dates.toReversed().join("..") }
}

const misspelt = (value: string, words: readonly string[]) => ({
  message: `${shown(value)} is not of the form of ${[...words, "2021, 2021-06, 2021-06-15, 2021-03..2021-06, ..2021"].join(", ")} or 2021..`,
  suggestion: nearest(value.slice(0, 60), words),
})
