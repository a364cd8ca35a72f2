import { dateRangeBounds, type Facet, type FacetName, type FacetValue, type ItemQuery } from "@pg/domain"
import { sql } from "kysely"
import { type Columns, dayNumber, openColumns } from "./columns.js"
import { labelled } from "./facet-labels.js"
import { type Filter, type Hits, namesOf } from "./filter.js"
import { remember } from "./remembered.js"
import type { Db } from "./schema.js"
import { type Criterion, type Tally, tally } from "./tally.js"

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
        const counted = tally(columns, criteria)
        return { facets: names.map((name) => facetOf(name, columns, counted)), total: counted.total }
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

function facetOf(name: FacetName, columns: Columns, counted: Tally): Facet {
  const values = name === "issued.year" ? yearsIn(counted) : valuesIn(name, columns, counted)
  return { name, values: values.slice(0, mostValues), more: Math.max(0, values.length - mostValues) }
}

function valuesIn(name: FacetName, { terms, fields }: Columns, { terms: counts, termsIfChosen }: Tally): FacetValue[] {
  const values = terms.flatMap((term, number): FacetValue[] => {
    const countIfChosen = termsIfChosen[number] ?? 0
    if (countIfChosen === 0 || fields[number] !== name) return []
    return [{ value: term.slice(name.length + 1), count: counts[number] ?? 0, countIfChosen }]
  })
  return values.toSorted((a, b) => b.countIfChosen - a.countIfChosen || (a.value < b.value ? -1 : 1))
}

function yearsIn({ years, yearsIfChosen, offered }: Tally): FacetValue[] {
  const values: FacetValue[] = []
  for (let year = offered.length - 1; year >= 0; year--)
    if ((offered[year] ?? 0) > 0)
      values.push({
        value: String(year).padStart(4, "0"),
        count: years[year] ?? 0,
        countIfChosen: yearsIfChosen[year] ?? 0,
      })
  return values
}
