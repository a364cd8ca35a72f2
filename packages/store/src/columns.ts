import { setImmediate } from "node:timers/promises"
import { sql } from "kysely"
import type { Db } from "./schema.js"

/**
 * The terms and the dates of all listed items in memory, by the items' numbers, about 80 bytes an item: to count
 * by them, every item has to be looked at, which a database does a hundred times slower.
 */
export type Columns = {
  /** All terms, each as a line of `writeTerms`, and the field of each, by their own numbers. */
  terms: string[]
  fields: string[]
  termNumbers: Map<string, number>
  /** The numbers of an item's terms are `length` ones of the `pool` from `start` on; an item that is not listed has none. */
  starts: Uint32Array
  lengths: Uint16Array
  pool: Uint32Array
  /** `issuedRange` as numbers, see `dayNumber`. */
  lows: Int32Array
  highs: Int32Array
  /** The first and last day of what takes place once, and both of all times of what does so more often. */
  firsts: Int32Array
  lasts: Int32Array
  manyTimes: Map<number, readonly Days[]>
}

/** A first and a last day, see `dayNumber`. */
type Days = readonly [first: number, last: number]

/** When an item takes place, the earliest first. */
export function timesOf({ firsts, lasts, manyTimes }: Columns, number: number): readonly Days[] {
  const [first, last] = [firsts[number] ?? 0, lasts[number] ?? 0]
  return first === never ? none : first === many ? (manyTimes.get(number) ?? none) : [[first, last]]
}

const none: readonly Days[] = []
/** What stands in the place of a first day. */
const never = 0
const many = -1

/** Columns as of a line of the log or later. `read` must not wait for anything: others change them meanwhile. */
export type OpenColumns = <Value>(seq: number, read: (columns: Columns) => Value) => Promise<Value>

/** Columns that are filled when they are first asked for, and then brought up to date by what has changed. */
export function openColumns(db: Db): OpenColumns {
  const columns = emptyColumns()
  let end = { seq: 0, used: 0 }
  let turn: Promise<unknown> = Promise.resolve()
  return <Value>(seq: number, read: (columns: Columns) => Value) => {
    const mine = turn.then(async () => {
      if (seq > end.seq) end = await update(db, columns, end, seq)
      return read(columns)
    })
    turn = mine.catch(() => {})
    return mine
  }
}

/** A day of `issuedRange` as a number, 20210615; before and after all days where it says so. */
export const dayNumber = (day: string): number =>
  day === "" ? -1 : day === "~" ? 100_000_000 : Number(day.replaceAll("-", ""))

const portion = 2000

type End = { seq: number; used: number }

const emptyColumns = (): Columns => ({
  terms: [],
  fields: [],
  termNumbers: new Map(),
  starts: new Uint32Array(1024),
  lengths: new Uint16Array(1024),
  pool: new Uint32Array(8192),
  lows: new Int32Array(1024),
  highs: new Int32Array(1024),
  firsts: new Int32Array(1024),
  lasts: new Int32Array(1024),
  manyTimes: new Map(),
})

/** What has changed comes by its last line, so that what changes again while this reads is read again. */
async function update(db: Db, columns: Columns, { seq, used }: End, until: number): Promise<End> {
  let end = used
  for (const listed of [1, 0] as const)
    for (let after = seq; ; ) {
      const rows = await db
        .selectFrom("items")
        .select(["number", "changed_seq", "issued_low", "issued_high", "terms", timesText.as("times")])
        .where("listed", "=", listed)
        .where("changed_seq", ">", after)
        .orderBy("changed_seq")
        .limit(portion)
        .$narrowType<{ changed_seq: number }>()
        .execute()
      for (const row of rows) end = set(columns, row, end)
      const last = rows.at(-1)
      if (last === undefined || rows.length < portion) break
      after = last.changed_seq
      // SQLite answers at once: without this, nothing else would run until all is read.
      await setImmediate()
    }
  return { seq: until, used: compacted(columns, end) }
}

type Row = {
  number: number
  issued_low: string | null
  issued_high: string | null
  terms: string
  times: string | null
}

/** All times at which an item takes place, in the statement that reads the item: in another one they might be of another day. */
const timesText = sql<string | null>`(
  select string_agg(first_day || '/' || last_day, ' ') from occurrences where item_id = items.id)`

/** Sets what is known of an item; gives the end of the used part of the pool. */
function set(columns: Columns, { number, issued_low, issued_high, terms, times }: Row, used: number): number {
  const numbers = terms === "" ? [] : terms.split("\n").map((term) => termNumber(columns, term))
  makeRoom(columns, number, used + numbers.length)
  const isRoomy = numbers.length <= (columns.lengths[number] ?? 0)
  const start = isRoomy ? (columns.starts[number] ?? 0) : used
  columns.pool.set(numbers, start)
  columns.starts[number] = start
  columns.lengths[number] = numbers.length
  // Where nothing is known it is in no range.
  columns.lows[number] = issued_low === null ? 200_000_000 : dayNumber(issued_low)
  columns.highs[number] = issued_high === null ? -1 : dayNumber(issued_high)
  setTimes(columns, number, times)
  return isRoomy ? used : used + numbers.length
}

/** Times as `timesText` has them. */
function setTimes({ firsts, lasts, manyTimes }: Columns, number: number, text: string | null): void {
  const days = (text ?? "")
    .split(" ")
    .filter((time) => time !== "")
    .map(readDays)
  const [only] = days
  manyTimes.delete(number)
  firsts[number] = only === undefined ? never : days.length > 1 ? many : only[0]
  lasts[number] = only?.[1] ?? 0
  if (days.length > 1)
    manyTimes.set(
      number,
      days.toSorted(([a], [b]) => a - b),
    )
}

const readDays = (time: string): Days => {
  const [first = "", last = ""] = time.split("/")
  return [dayNumber(first), dayNumber(last)]
}

function termNumber({ terms, fields, termNumbers }: Columns, term: string): number {
  const known = termNumbers.get(term)
  if (known !== undefined) return known
  termNumbers.set(term, terms.length)
  fields.push(term.slice(0, term.indexOf(" ")))
  return terms.push(term) - 1
}

function makeRoom(columns: Columns, number: number, used: number): void {
  columns.pool = roomy(columns.pool, used)
  columns.starts = roomy(columns.starts, number + 1)
  columns.lengths = roomy(columns.lengths, number + 1)
  columns.lows = roomy(columns.lows, number + 1)
  columns.highs = roomy(columns.highs, number + 1)
  columns.firsts = roomy(columns.firsts, number + 1)
  columns.lasts = roomy(columns.lasts, number + 1)
}

function roomy<Column extends Uint32Array | Uint16Array | Int32Array>(column: Column, size: number): Column {
  if (size <= column.length) return column
  const larger = new (column.constructor as new (size: number) => Column)(Math.max(size, 2 * column.length))
  larger.set(column)
  return larger
}

/** Puts the terms of all items together again where changed items have left more gaps than there are terms. */
function compacted(columns: Columns, used: number): number {
  const { starts, lengths, pool } = columns
  const live = lengths.reduce((sum, length) => sum + length, 0)
  if (used <= 2 * live + 1024) return used
  columns.pool = new Uint32Array(live + 1024)
  let end = 0
  for (const [number, length] of lengths.entries()) {
    const start = starts[number] ?? 0
    columns.pool.set(pool.subarray(start, start + length), end)
    starts[number] = end
    end += length
  }
  return end
}
