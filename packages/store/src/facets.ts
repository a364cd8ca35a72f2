import { dateRangeBounds, type Facet, type FacetName, type FacetValue, type ItemQuery } from "@pg/domain"
import { sql } from "kysely"
import { type Columns, dayNumber, openColumns } from "./columns.js"
import { isRelative } from "./date-filters.js"
import { labelled } from "./facet-labels.js"
import { type Filter, type Hits, namesOf } from "./filter.js"
import { remember } from "./remembered.js"
import type { Db } from "./schema.js"
import { type Calendar, type Criterion, periodOf, type Tally, tally } from "./tally.js"

/** The facets that a question asks for, and how many items it has in all, which is known with them. */
type Faceted = { facets: Facet[]; total: number }

/**
 * Counts all listed items, as of a line of the log or later, by what a question asks for. `filters` are the question's,
 * `undefined` where it has no items.
 */
export type CountFacets = (query: ItemQuery, filters: readonly Filter[] | undefined, seq: number) => Promise<Faceted>

/** Facets that are counted in memory, and remembered until the log grows. */
export function openFacets(db: Db): CountFacets {
  const columns = openColumns(db)
  const remembered = remember(mostRemembered)
  const rememberedNumbers = remember(mostNumbers)
  return (query, filters, seq) => {
    const names = [...new Set(query.facets)]
    if (!filters) return Promise.resolve({ facets: names.map((name) => ({ name, values: [], more: 0 })), total: 0 })
    const locale = query.locale?.[0] ?? "en"
    const numbersOf = ({ name, hits }: Filter) => rememberedNumbers(seq, name, () => readNumbers(db, hits))
    return remembered(seq, `${names.join()} ${locale} ${namesOf(filters)}`, async () => {
      const criteria = await Promise.all(filters.map((filter) => criterionOf(query, filter, numbersOf)))
      const { facets, total } = await columns(seq, (columns) => {
        const counted = tally(
          columns,
          criteria,
          names.flatMap((name) => calendarOf(name) ?? []),
        )
        return { facets: names.map((name) => facetOf(name, columns, counted, query)), total: counted.total }
      })
      return { facets: await Promise.all(facets.map((facet) => labelled(db, facet, locale))), total }
    })
  }
}

const mostRemembered = 200
/** The numbers of a filter take a bit for each item. */
const mostNumbers = 20
const mostValues = 100

async function criterionOf(
  query: ItemQuery,
  filter: Filter,
  numbersOf: (filter: Filter) => Promise<Uint8Array>,
): Promise<Criterion> {
  const { parameter, terms, hits } = filter
  if (terms) {
    const { field, values } = terms
    return { parameter, terms: values.map((value) => `${field} ${value}`), isWanted: hits !== undefined }
  }
  if (parameter === "issued") {
    const { earliest = "", latest = "~" } = dateRangeBounds(query.issued ?? "")
    return { parameter, earliest: dayNumber(earliest), latest: dayNumber(latest) }
  }
  return { parameter, numbers: await numbersOf(filter) }
}

/** The numbers of all hits, a bit each: they come as one text, because as many rows would cost ten times as much. */
async function readNumbers(db: Db, hits: Hits | undefined): Promise<Uint8Array> {
  if (!hits) return new Uint8Array()
  const { column, subquery } = hits
  // SQLite takes tables that are crossed in the order in which they stand.
  const numbers =
    column === "i.number"
      ? sql`select key as number from hits`
      : sql`select items.number from hits cross join items where items.id = hits.key`
  const { rows } = await sql<{ text: string | null; highest: number | null }>`
    with hits (key) as ${subquery}
    select string_agg(cast(number as text), ',') as text, max(number) as highest from (${numbers}) as numbers`.execute(
    db,
  )
  const [{ text, highest } = { text: "", highest: 0 }] = rows
  const bits = new Uint8Array(((highest ?? 0) >> 3) + 1)
  for (const part of (text ?? "").split(",")) {
    const number = Number(part)
    bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7))
  }
  return bits
}

/** The dates by whose periods a facet counts. */
function calendarOf(name: FacetName): Calendar | undefined {
  const [date, unit] = name.split(".")
  return (date === "issued" || date === "when") && (unit === "year" || unit === "month") ? { date, unit } : undefined
}

function facetOf(name: FacetName, columns: Columns, counted: Tally, query: ItemQuery): Facet {
  const values = valuesOf(name, columns, counted, query)
  return { name, values: values.slice(0, mostValues), more: Math.max(0, values.length - mostValues) }
}

function valuesOf(name: FacetName, columns: Columns, counted: Tally, query: ItemQuery): FacetValue[] {
  const calendar = calendarOf(name)
  if (calendar === undefined)
    return inOrder(name === "missing" ? missingIn(columns, counted) : termsIn(name, columns, counted))
  const periods = periodsIn(calendar, counted)
  const asked = query[calendar.date]
  if (calendar.unit === "year" || asked === undefined || isRelative(asked)) return periods
  const { earliest = "0000", latest = "9999" } = dateRangeBounds(asked)
  return periods.filter(({ value }) => value >= earliest.slice(0, 4) && value.slice(0, 4) <= latest.slice(0, 4))
}

function termsIn(name: FacetName, { terms, fields }: Columns, { terms: counts, termsIfChosen }: Tally): FacetValue[] {
  return terms.flatMap((term, number): FacetValue[] => {
    const countIfChosen = termsIfChosen[number] ?? 0
    if (countIfChosen === 0 || fields[number] !== name) return []
    return [{ value: term.slice(name.length + 1), count: counts[number] ?? 0, countIfChosen }]
  })
}

/** All that an item lacks is one term, see `storedTermsOf`: each of its parts counts what the terms with it count. */
function missingIn(columns: Columns, counted: Tally): FacetValue[] {
  const values = new Map<string, FacetValue>()
  for (const { value: parts, count, countIfChosen } of termsIn("missing", columns, counted))
    for (const value of parts.split("+")) {
      const known = values.get(value) ?? { value, count: 0, countIfChosen: 0 }
      values.set(value, { value, count: known.count + count, countIfChosen: known.countIfChosen + countIfChosen })
    }
  return [...values.values()]
}

const inOrder = (values: readonly FacetValue[]): FacetValue[] =>
  values.toSorted((a, b) => b.countIfChosen - a.countIfChosen || (a.value < b.value ? -1 : 1))

/** The newest first. */
function periodsIn({ date, unit }: Calendar, { periods }: Tally): FacetValue[] {
  const { counts, countsIfChosen, offered } = periods.find((one) => one.date === date && one.unit === unit)!
  const values: FacetValue[] = []
  for (let number = offered.length - 1; number >= 0; number--) {
    const value = (offered[number] ?? 0) > 0 ? periodOf(unit, number) : undefined
    if (value !== undefined)
      values.push({ value, count: counts[number] ?? 0, countIfChosen: countsIfChosen[number] ?? 0 })
  }
  return values
}
