import { anyOfFilters, type Item, type ItemQuery } from "@pg/domain"
import { dayOf, daysOf as daysIn, isRelative } from "./date-filters.js"
import { issuedRange } from "./issued-range.js"
import { tokensOf } from "./search/document.js"
import { meets } from "./search/expression.js"
import { readQuestion } from "./search/question.js"
import { wantedBy } from "./search/tiers.js"
import { daysOf, termsOf } from "./terms.js"

type Test = (item: Item) => boolean

/**
 * Whether a question asks for an item, without the database: for items that lists do not have any more. The same answer
 * as `find` gives, which a test holds it to. `today` is a day, YYYY-MM-DD.
 */
export function matcherOf(query: ItemQuery, today: string | undefined): Test {
  const { issued, when, updated, q } = query
  const tests: Test[] = [...termTests(query)]
  if (issued !== undefined) tests.push(isIssuedIn(issued))
  if (when !== undefined) tests.push(takesPlace(when, today))
  if (updated !== undefined) tests.push(isUpdatedIn(updated))
  if (q !== undefined) tests.push(hasWords(q))
  return (item) => tests.every((test) => test(item))
}

function termTests(query: ItemQuery): Test[] {
  const filters = [...anyOfFilters, "missing" as const].flatMap((field) => [
    { field, values: query[field], isWanted: true },
    ...(field === "missing" ? [] : [{ field, values: query[`not.${field}`], isWanted: false }]),
  ])
  const asked = filters.flatMap(({ field, values, isWanted }) =>
    values?.length ? [{ field, values: new Set<string>(values), isWanted }] : [],
  )
  if (asked.length === 0) return []
  return [
    (item) => {
      const terms = termsOf(item)
      return asked.every(
        ({ field, values, isWanted }) =>
          terms.some((term) => term.field === field && values.has(term.value)) === isWanted,
      )
    },
  ]
}

function isIssuedIn(range: string): Test {
  const { earliest = "", latest = "~" } = daysIn("issued", range)
  return (item) => {
    const issued = issuedRange(item)
    return issued !== undefined && issued.low <= latest && issued.high >= earliest
  }
}

function takesPlace(range: string, today: string | undefined): Test {
  if (isRelative(range)) {
    const day = dayOf(range, today)
    const isLater = (item: Item) => daysOf(item).some(({ last_day }) => last_day >= day)
    return range === "upcoming" ? isLater : (item) => daysOf(item).length > 0 && !isLater(item)
  }
  const { earliest = "", latest = "~" } = daysIn("when", range)
  return (item) => daysOf(item).some(({ first_day, last_day }) => first_day <= latest && last_day >= earliest)
}

function isUpdatedIn(range: string): Test {
  const { earliest = "", latest = "~" } = daysIn("updated", range)
  return ({ updatedAt }) => {
    const day = updatedAt === undefined ? undefined : new Date(updatedAt).toISOString().slice(0, 10)
    return day !== undefined && day >= earliest && day <= latest
  }
}

function hasWords(q: string): Test {
  const readings = readQuestion(q)
  if (readings.length === 0) return () => false
  const asked = wantedBy(readings)
  return (item) => meets(asked, tokensOf(item))
}
