import { type Phrases, phraseAt } from "../phrases.js"
import { type Token, touches } from "../tokens.js"
import { months, ordinals, phrasesOf, weekdays } from "./words.js"

/** One end of a date as it is written: what it does not say, its other end may. `to` is the token after it. */
export type Point = { year?: number; month?: number; day?: number; weekday?: ReadonlySet<number>; to: number }

type PointReader = (tokens: readonly Token[], from: number) => Point | undefined

/** Reads a day, a month or a year at a token; the readers are tried in this order. A lone day is half of a range. */
export function readPoint(tokens: readonly Token[], from: number): Point | undefined {
  const start = skipAll(articles, tokens, from)
  return readWithWeekday(tokens, from) ?? readWithWeekday(tokens, start) ?? readBare(tokens, start)
}

function readWithWeekday(tokens: readonly Token[], from: number): Point | undefined {
  const word = tokens[from]
  const weekday = word?.kind === "word" ? weekdays.get(word.folded) : undefined
  if (!word || !weekday) return undefined
  const at = skipMarks(tokens, skipMarks(tokens, from + 1, "."), ",")
  const point = readBare(tokens, skipAll(articles, tokens, at))
  if (point?.day === undefined || (point.month === undefined && months.has(word.folded))) return undefined
  return word.text.length > 2 || at > from + 1 ? { ...point, weekday } : undefined
}

const readBare: PointReader = (tokens, from) => {
  for (const read of readers) {
    const point = read(tokens, from)
    if (point) return point
  }
  return undefined
}

/** 2021-06-15, 2021/06/15, 2021.06.15 (ISO 8601 and its relatives), and 2021-06. */
const readYearFirst: PointReader = (tokens, from) => {
  const year = yearAt(tokens[from])
  const [, dash, month, otherDash, day] = tokens.slice(from, from + 5)
  if (year === undefined || !isRun(tokens, from, 3) || month?.kind !== "number" || month.text.length !== 2)
    return undefined
  if (isRun(tokens, from, 5) && dash?.text === otherDash?.text && "-/.".includes(dash!.text) && day?.kind === "number")
    return day.text.length === 2 ? { year, month: Number(month.text), day: Number(day.text), to: from + 5 } : undefined
  const isMonth = dash?.text === "-" && Number(month.text) >= 1 && Number(month.text) <= 12
  return isMonth ? { year, month: Number(month.text), to: from + 3 } : undefined
}

/** 15/06/2021, 15.06.21, 15-06-2021, 15. 6. 2021; and 15.06. and 15/06 – where the year follows. */
const readNumeric: PointReader = (tokens, from) => {
  const [day, dot, month, otherDot, year] = tokens.slice(from, from + 5)
  if (!isDayNumber(day) || !isDayNumber(month) || dot === undefined || !"./-".includes(dot.text)) return undefined
  if (!touches(day, dot) || (dot.text !== "." && !touches(dot, month))) return undefined
  const point = { day: Number(day.text), month: Number(month.text) }
  if (otherDot?.text === dot.text && touches(month, otherDot) && year?.kind === "number") {
    const full = yearAt(year) ?? (dot.text === "-" ? undefined : centuryOf(year))
    if (full !== undefined && (dot.text === "." || touches(otherDot, year)))
      return { ...point, year: full, to: from + 5 }
  }
  if (dot.text === "." && otherDot?.text === "." && touches(month, otherDot)) return { ...point, to: from + 4 }
  const isFirstOfRange = dot.text === "/" && point.month <= 12 && dashes.has(otherDot?.text ?? "")
  return isFirstOfRange ? { ...point, to: from + 3 } : undefined
}

/** 15 June 2021, 1er juillet 2021, 15. Juni, 15 de junio de 2021, 15th of June, 2021. */
const readDayFirst: PointReader = (tokens, from) => {
  const day = readDay(tokens, from)
  if (!day) return undefined
  const at = skipAll(articles, tokens, day.to)
  const month = monthAt(tokens, at)
  return month ? { day: day.day, ...month, ...readYear(tokens, month.to) } : undefined
}

/** June 15, 2021; June 15th 2021. */
const readMonthFirst: PointReader = (tokens, from) => {
  const month = monthAt(tokens, from)
  const day = month && readDay(tokens, skipAll(articles, tokens, month.to))
  return day ? { month: month.month, day: day.day, ...pick(readYear(tokens, day.to), day.to) } : undefined
}

/** June 2021, and June where no year is said. */
const readMonth: PointReader = (tokens, from) => {
  const month = monthAt(tokens, from)
  return month && { ...month, ...readYear(tokens, month.to) }
}

/** 2021. */
const readYearAlone: PointReader = (tokens, from) => {
  const year = yearAt(tokens[from])
  return year === undefined ? undefined : { year, to: from + 1 }
}

/** 15, 15., 15th: of a month that the other end of the range says. */
const readDay = (tokens: readonly Token[], from: number): { day: number; to: number } | undefined => {
  const number = tokens[from]
  if (!isDayNumber(number)) return undefined
  let to = from + 1
  if (tokens[to]?.text === "." && touches(number, tokens[to])) to++
  const suffix = tokens[to]
  if (touches(tokens[to - 1], suffix) && suffix?.kind === "word" && ordinals.has(suffix.folded)) to++
  else if (touches(tokens[to - 1], suffix) && suffix?.text === "°") to++
  if (tokens[to]?.kind !== "mark" && touches(tokens[to - 1], tokens[to])) return undefined
  return { day: Number(number.text), to }
}

const readers: readonly PointReader[] = [
  readYearFirst,
  readNumeric,
  readDayFirst,
  readMonthFirst,
  readMonth,
  readYearAlone,
  readDay,
]

/** The year after a month or day, perhaps behind a comma or a little word: ", 2021", "de 2021", "’21". */
export function readYear(tokens: readonly Token[], from: number): { year?: number; to: number } {
  const at = skipAll(articles, tokens, skipMarks(tokens, from, ","))
  const short =
    "'’".includes(tokens[at]?.text ?? " ") && touches(tokens[at], tokens[at + 1]) ? tokens[at + 1] : undefined
  const year = short?.text.length === 2 ? centuryOf(short) : yearAt(tokens[at])
  return year === undefined ? { to: from } : { year, to: at + (short ? 2 : 1) }
}

function monthAt(tokens: readonly Token[], at: number): { month: number; to: number } | undefined {
  const token = tokens[at]
  const month = token?.kind === "word" ? months.get(token.folded) : undefined
  if (month === undefined) return undefined
  const dot = tokens[at + 1]
  return { month, to: dot?.text === "." && touches(token, dot) ? at + 2 : at + 1 }
}

/** Four digits from 1800 to 2199: what a dateline of our time can mean by a year. */
const yearAt = (token: Token | undefined): number | undefined =>
  token?.kind === "number" && /^(?:1[89]|2[01])\d\d$/.test(token.text) ? Number(token.text) : undefined

/** Two digits are of 1970 to 2069, as in POSIX's strptime. */
const centuryOf = ({ kind, text }: Token): number | undefined =>
  kind === "number" && text.length === 2 ? Number(text) + (Number(text) < 70 ? 2000 : 1900) : undefined

const isDayNumber = (token: Token | undefined): token is Token => token?.kind === "number" && token.text.length <= 2

const isRun = (tokens: readonly Token[], from: number, length: number) =>
  Array.from({ length: length - 1 }, (_, i) => from + i).every((at) => touches(tokens[at], tokens[at + 1]))

const pick = (year: { year?: number; to: number }, to: number) => (year.year === undefined ? { to } : year)

/** Hyphens and dashes, as they stand between the ends of a range. */
export const dashes: ReadonlySet<string> = new Set(["-", "–", "—", "‐", "‑", "−", "―"])
const articles = phrasesOf("articles")

/** Passes over phrases, with the apostrophe of an elided one: d’août, l’8 giugno. */
export function skipAll(phrases: Phrases<true>, tokens: readonly Token[], from: number): number {
  let at = from
  for (let found = phraseAt(phrases, tokens, at); found; found = phraseAt(phrases, tokens, at))
    at = skipMarks(tokens, found.to, "'’")
  return at
}

/** Passes over at most one mark of a set. */
export const skipMarks = (tokens: readonly Token[], at: number, marks: string): number =>
  tokens[at]?.kind === "mark" && marks.includes(tokens[at].text) ? at + 1 : at
