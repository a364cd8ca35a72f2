import { anyOfFilters, type ItemQuery } from "@pg/domain"
import { sql } from "kysely"
import { type Condition, type Filter, isAmong, onItsOwn, type Terms } from "./filter.js"
import { issuedFilter, updatedFilter, whenFilter } from "./date-filters.js"
import type { Engine } from "./engine.js"
import type { Recalled } from "./remembered.js"
import { type Db, type TermField, termFields } from "./schema.js"
import { readQuestion } from "./search/question.js"
import { wantedBy } from "./search/tiers.js"
import { isOneMissing } from "./terms.js"
import { valuesOf } from "./values-of.js"

/** What filters are made for: the database, and the day that `upcoming` and `past` are measured by. */
export type Asked = { db: Db; engine: Engine; recalled: Recalled; today?: string | undefined }

/**
 * The filters of a question; `undefined` where it asks for words and has none. Throws InvalidInput for a range of dates
 * that is none, and a TypeError for `upcoming` and `past` without a day.
 */
export async function filtersOf(asked: Asked, query: ItemQuery): Promise<Filter[] | undefined> {
  const filters = await termFilters(asked, query)
  if (query.issued !== undefined) filters.push(issuedFilter(query.issued, await known(asked, "span")))
  if (query.updated !== undefined) filters.push(updatedFilter(query.updated))
  if (query.when !== undefined) filters.push(whenFilter(query.when, asked.today))
  if (query.q === undefined) return filters
  const words = wordsFilter(asked.engine, query.q)
  return words && [...filters, words]
}

const known = ({ db, recalled }: Asked, field: TermField) => recalled(`values of ${field}`, () => valuesOf(db, field))

async function termFilters(asked: Asked, query: ItemQuery): Promise<Filter[]> {
  const filters: Filter[] = []
  for (const field of termFields) {
    const wanted = query[field]
    if (!wanted?.length) continue
    // What is missing is kept as one term, so that several may stand for what is asked.
    const isWanted = (value: string) => isOneMissing(value, wanted)
    const values = field === "missing" ? (await known(asked, field)).filter(isWanted) : wanted
    filters.push(termFilter(field, { field, values }))
  }
  for (const field of anyOfFilters) {
    const unwanted: readonly string[] | undefined = query[`not.${field}`]
    if (!unwanted?.length) continue
    // Each item has exactly one kind and one language: not to have some is to have one of the others.
    if (field === "kind" || field === "locale") {
      const values = (await known(asked, field)).filter((value) => !unwanted.includes(value))
      filters.push(termFilter(`not.${field}`, { field, values }))
    } else filters.push(withoutFilter(`not.${field}`, { field, values: unwanted }))
  }
  return filters
}

const termProbe = (terms: Terms): Condition =>
  sql`exists (select 1 from terms where ${isAmong(terms)}
    and issued_key = i.issued_key and item_id = i.id ${onItsOwn})`

const nameOf = ({ field, values }: Terms) => `${field}=${values.toSorted().join()}`

function termFilter(parameter: keyof ItemQuery, terms: Terms): Filter {
  const subquery = sql`(select item_id from terms where ${isAmong(terms)})`
  const isOnce = terms.values.length === 1 || isSingle(terms.field)
  return {
    parameter,
    name: nameOf(terms),
    probe: termProbe(terms),
    hits: { column: "i.id", subquery, few: 2000, ...(isOnce && { isExact: true }) },
    terms,
  }
}

/** Whether an item has no more than one value of a field. */
const isSingle = (field: TermField) => field === "kind" || field === "locale" || field === "missing"

const withoutFilter = (parameter: keyof ItemQuery, terms: Terms): Filter => ({
  parameter,
  name: `not ${nameOf(terms)}`,
  probe: sql`not ${termProbe(terms)}`,
  terms,
})

function wordsFilter({ search }: Engine, q: string): Filter | undefined {
  const readings = readQuestion(q)
  if (readings.length === 0) return undefined
  const asked = wantedBy(readings)
  const { prelude, condition } = search.found(asked)
  return {
    parameter: "q",
    name: `q=${q}`,
    probe: search.itemMeets(asked),
    needsRow: true,
    hits: {
      column: "i.number",
      subquery: sql`(${prelude} select ${search.number} from search where ${condition})`,
      few: 20_000,
      isExact: true,
    },
  }
}
