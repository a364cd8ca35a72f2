import { type EdtfDate, isEdtf, parseEdtf } from "@pg/domain"

/** A year, a month of it, or a day: as many of the three as are known. */
export type DateParts = [year: number, month?: number, day?: number]

/**
 * A date as one cites it, only as exact as it is. `end` is there for an interval, `"open"` where nobody knows, or has yet
 * to say, when it ends; both ends of a closed one are as exact as the less exact of them. `edtf` is the whole of it but
 * for times of day.
 */
export type CitedDate = { start: DateParts; end?: DateParts | "open"; isApproximate: boolean; edtf: string }

/**
 * Reads an EDTF date or interval, or the two ends of one. Undefined for what has no first year: where that is not said
 * (`XXXX-06-15`), open or unknown, one cites without a date, for a limit is none.
 */
export function readCitedDate(edtf: string | readonly (string | undefined)[] | undefined): CitedDate | undefined {
  const text = [edtf]
    .flat()
    .flatMap((part) => part?.replace(timeOfDay, "") ?? [])
    .join("/")
  if (!isEdtf(text)) return undefined
  const value = parseEdtf(text)
  if (!("start" in value)) return whole(value, text)
  const { start, end } = value
  if (typeof start === "string") return undefined
  const first = whole(start, text)
  if (first === undefined) return undefined
  if (typeof end === "string") return { ...first, end: "open" }
  const isApproximate = first.isApproximate || isDoubtful(end)
  return { ...first, ...level(first.start, partsOf(end) ?? first.start), isApproximate }
}

const timeOfDay = /T[\d:]+(?:Z|[+-][\d:]+)?/g

function whole(date: EdtfDate, edtf: string): CitedDate | undefined {
  const start = partsOf(date)
  return start && { start, isApproximate: isDoubtful(date), edtf }
}

function partsOf({ year, month, day }: EdtfDate): DateParts | undefined {
  if (year === undefined) return undefined
  return month === undefined ? [year] : day === undefined ? [year, month] : [year, month, day]
}

const isDoubtful = ({ approximate, uncertain }: EdtfDate) => approximate || uncertain

/** Two ends that are equally exact; one date where they turn out to be the same. */
function level(start: DateParts, end: DateParts): { start: DateParts; end?: DateParts } {
  const length = Math.min(start.length, end.length)
  const [first, last] = [start, end].map((parts) => parts.slice(0, length)) as [DateParts, DateParts]
  return String(first) === String(last) ? { start: first } : { start: first, end: last }
}
