import { type Columns, timesOf } from "./columns.js"

/** What an item must meet to be counted; `parameter` is what of the question says so. */
export type Criterion = { parameter: string } & (
  | { terms: readonly string[]; isWanted: boolean }
  | { earliest: number; latest: number }
  | { numbers: Uint8Array }
)

/**
 * How many items meet all criteria, and how many of them have each term, by the terms' numbers, and each period.
 * `IfChosen` counts the items that meet all criteria but one, that of the parameter which asks for such terms.
 */
export type Tally = {
  total: number
  terms: Uint32Array
  termsIfChosen: Uint32Array
  periods: readonly Periods[]
}

/** The dates by whose periods items are counted, and how long these are. */
export type Calendar = { date: "issued" | "when"; unit: Unit }

/**
 * Periods of one length, by their numbers: how many items each has, as a tally has terms. `offered` are those of which an item
 * that is counted has a day that it states.
 */
type Periods = Calendar & { counts: Int32Array; countsIfChosen: Int32Array; offered: Int32Array }

/** A length of time by which dates are counted. */
export type Unit = keyof typeof units

/**
 * Counts in one pass over all items. An item that fails just one criterion counts for the values that could be chosen in
 * its place: a parameter asks for the terms of the field of its name.
 */
export function tally(columns: Columns, criteria: readonly Criterion[], periods: readonly Calendar[]): Tally {
  const { starts, lengths, pool, lows, highs } = columns
  const { masks, required, forbidden, ranges, sets } = prepare(columns, criteria)
  const bitOf = new Map(criteria.map(({ parameter }, index) => [parameter, 1 << index]))
  const ownBits = Int32Array.from(columns.fields, (field) => bitOf.get(field) ?? 0)
  const counted = emptyTally(columns.terms.length, periods)
  const dated = counted.periods.map((periods) => ({ periods, ownBit: bitOf.get(periods.date) ?? 0 }))
  for (let number = 0; number < lengths.length; number++) {
    const length = lengths[number] ?? 0
    if (length === 0) continue
    const start = starts[number] ?? 0
    const low = lows[number] ?? 0
    const high = highs[number] ?? 0
    let met = 0
    for (let at = start; at < start + length; at++) met |= masks[pool[at] ?? 0] ?? 0
    for (const { bit, earliest, latest } of ranges) if (low <= latest && high >= earliest) met |= bit
    for (const { bit, numbers } of sets) if (((numbers[number >> 3] ?? 0) >> (number & 7)) & 1) met |= bit
    if ((met & forbidden) !== 0) continue
    const failed = required & ~met
    if ((failed & (failed - 1)) !== 0) continue
    if (failed === 0) counted.total++
    for (let at = start; at < start + length; at++) {
      const term = pool[at] ?? 0
      if (failed === 0) counted.terms[term] = (counted.terms[term] ?? 0) + 1
      if (failed === 0 || ownBits[term] === failed) counted.termsIfChosen[term] = (counted.termsIfChosen[term] ?? 0) + 1
    }
    for (const { periods, ownBit } of dated) {
      if (failed !== 0 && failed !== ownBit) continue
      if (periods.date === "issued") countIssued(periods, low, high, failed === 0)
      else countTimes(periods, columns, number, failed === 0)
    }
  }
  for (const { counts, countsIfChosen, offered } of counted.periods)
    for (const numbers of [counts, countsIfChosen, offered]) sumUp(numbers)
  return counted
}

/** The criteria as bits: those that a term meets by the term's number, and those that have to be looked at otherwise. */
function prepare({ terms, termNumbers }: Columns, criteria: readonly Criterion[]) {
  const masks = new Int32Array(terms.length)
  const ranges: { bit: number; earliest: number; latest: number }[] = []
  const sets: { bit: number; numbers: Uint8Array }[] = []
  let required = 0
  let forbidden = 0
  for (const [index, criterion] of criteria.entries()) {
    const bit = 1 << index
    if ("terms" in criterion && !criterion.isWanted) forbidden |= bit
    else required |= bit
    if ("earliest" in criterion) ranges.push({ bit, ...criterion })
    else if ("numbers" in criterion) sets.push({ bit, ...criterion })
    else
      for (const term of criterion.terms) {
        const number = termNumbers.get(term)
        if (number !== undefined) masks[number] = (masks[number] ?? 0) | bit
      }
  }
  return { masks, required, forbidden, ranges, sets }
}

/** The number of the period in which a day of `dayNumber` is, and that of the last one. A year has a thirteenth, month 0, that is never used. */
const units = {
  year: { last: 9999, numberOf: (day: number) => Math.floor(day / 10_000) },
  month: {
    last: 13 * 9999 + 12,
    numberOf: (day: number) => 13 * Math.floor(day / 10_000) + (Math.floor(day / 100) % 100),
  },
}

const emptyTally = (terms: number, periods: readonly Calendar[]): Tally => ({
  total: 0,
  terms: new Uint32Array(terms),
  termsIfChosen: new Uint32Array(terms),
  periods: periods.map(({ date, unit }) => {
    const none = () => new Int32Array(units[unit].last + 2)
    return { date, unit, counts: none(), countsIfChosen: none(), offered: none() }
  }),
})

/** An item is in a period's range as `issuedRange` has it. A side that is open is in all periods there, and offers none. */
function countIssued(periods: Periods, low: number, high: number, isMet: boolean): void {
  const { last, numberOf } = units[periods.unit]
  const from = Math.max(0, numberOf(low))
  const to = Math.min(last, numberOf(high))
  if (from > to) return
  if (isMet) addPeriods(periods.counts, from, to)
  addPeriods(periods.countsIfChosen, from, to)
  addPeriods(periods.offered, low < 0 ? to : from, high > 99_999_999 ? from : to)
}

/** An item is in each period in which it takes place once, however often that is. */
function countTimes(periods: Periods, columns: Columns, number: number, isMet: boolean): void {
  const { last, numberOf } = units[periods.unit]
  let next = 0
  for (const [first, end] of timesOf(columns, number)) {
    const from = Math.max(next, numberOf(first))
    const to = Math.min(last, numberOf(end))
    if (from > to) continue
    if (isMet) addPeriods(periods.counts, from, to)
    addPeriods(periods.countsIfChosen, from, to)
    addPeriods(periods.offered, from, to)
    next = to + 1
  }
}

/** What changes from one period to the next; `sumUp` makes of it what each has. */
function addPeriods(numbers: Int32Array, from: number, to: number): void {
  numbers[from] = (numbers[from] ?? 0) + 1
  numbers[to + 1] = (numbers[to + 1] ?? 0) - 1
}

function sumUp(numbers: Int32Array): void {
  for (let at = 1; at < numbers.length; at++) numbers[at] = (numbers[at] ?? 0) + (numbers[at - 1] ?? 0)
}

/** A period as a filter asks for it, `2021` or `2021-06`; undefined for a number that is none. */
export function periodOf(unit: Unit, number: number): string | undefined {
  const year = (of: number) => String(of).padStart(4, "0")
  if (unit === "year") return year(number)
  const month = number % 13
  return month === 0 ? undefined : `${year(Math.floor(number / 13))}-${String(month).padStart(2, "0")}`
}
