import type { Columns } from "./columns.js"

/** What an item must meet to be counted; `parameter` is what of the question says so. */
export type Criterion = { parameter: string } & (
  | { terms: readonly string[]; isWanted: boolean }
  | { earliest: number; latest: number }
  | { numbers: Uint8Array }
)

/**
 * How many items meet all criteria, and how many of them have each term and each year, by the terms' numbers and by year.
 * `IfChosen` counts the items that meet all criteria but one, that of the parameter which asks for such terms. `offered`
 * are the years of which an item that is counted has a day that it states.
 */
export type Tally = {
  total: number
  terms: Uint32Array
  termsIfChosen: Uint32Array
  years: Int32Array
  yearsIfChosen: Int32Array
  offered: Int32Array
}

/**
 * Counts in one pass over all items. An item that fails just one criterion counts for the values that could be chosen in
 * its place: a parameter asks for the terms of the field of its name.
 */
export function tally(columns: Columns, criteria: readonly Criterion[]): Tally {
  const { starts, lengths, pool, lows, highs } = columns
  const { masks, required, forbidden, ranges, sets } = prepare(columns, criteria)
  const bitOf = new Map(criteria.map(({ parameter }, index) => [parameter, 1 << index]))
  const ownBits = Int32Array.from(columns.fields, (field) => bitOf.get(field) ?? 0)
  const issuedBit = bitOf.get("issued") ?? 0
  const counted = emptyTally(columns.terms.length)
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
    if (failed === 0 || failed === issuedBit) countYears(counted, low, high, failed === 0)
  }
  for (const years of [counted.years, counted.yearsIfChosen, counted.offered]) sumUp(years)
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

const lastYear = 9999

const emptyTally = (terms: number): Tally => ({
  total: 0,
  terms: new Uint32Array(terms),
  termsIfChosen: new Uint32Array(terms),
  years: new Int32Array(lastYear + 2),
  yearsIfChosen: new Int32Array(lastYear + 2),
  offered: new Int32Array(lastYear + 2),
})

/** An item is in a year's range as `issuedRange` has it. A side that is open is in all years there, and offers none. */
function countYears({ years, yearsIfChosen, offered }: Tally, low: number, high: number, isMet: boolean): void {
  const from = Math.max(0, Math.floor(low / 10_000))
  const to = Math.min(lastYear, Math.floor(high / 10_000))
  if (from > to) return
  if (isMet) addYears(years, from, to)
  addYears(yearsIfChosen, from, to)
  addYears(offered, low < 0 ? to : from, high > 99_999_999 ? from : to)
}

/** What changes from one year to the next; `sumUp` makes of it what each year has. */
function addYears(years: Int32Array, from: number, to: number): void {
  years[from] = (years[from] ?? 0) + 1
  years[to + 1] = (years[to + 1] ?? 0) - 1
}

function sumUp(years: Int32Array): void {
  for (let year = 1; year < years.length; year++) years[year] = (years[year] ?? 0) + (years[year - 1] ?? 0)
}
