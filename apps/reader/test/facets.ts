import { type Facet, type FacetName, type Item, type ItemQuery, kindOf } from "@pg/domain"
import { choose, dateIn } from "../src/choices.js"
import { countriesOf } from "./places-and-times.js"

/** What items can be narrowed by, counted one choice after the other; only whole years and months of stated dates. */
export const facetsOf = (
  items: readonly Item[],
  query: ItemQuery,
  isIn: (item: Item, query: ItemQuery) => boolean,
): Facet[] =>
  (query.facets ?? []).map((name) => {
    const values = [...new Set(items.flatMap((item) => valuesOf(item, name)))].map((value) => ({
      value,
      count: items.filter((item) => isIn(item, query) && valuesOf(item, name).includes(value)).length,
      countIfChosen: items.filter((item) => isIn(item, choose(query, name, value))).length,
    }))
    const offered = values.filter(({ countIfChosen }) => countIfChosen > 0)
    const isByDate = dateIn(name) !== undefined
    return {
      name,
      values: offered.toSorted((a, b) =>
        isByDate ? b.value.localeCompare(a.value) : b.countIfChosen - a.countIfChosen,
      ),
      more: 0,
    }
  })

const startsOf = (item: Item) =>
  kindOf(item)
    .whens(item)
    .map(({ start }) => start)

function valuesOf(item: Item, name: FacetName): string[] {
  const { issued = "" } = item
  switch (name) {
    case "topic":
      return item.topics
    case "country":
      return countriesOf(item)
    case "body":
      return item.bodies
    case "issued.year":
      return /^\d{4}/.test(issued) ? [issued.slice(0, 4)] : []
    case "issued.month":
      return /^\d{4}-\d\d/.test(issued) ? [issued.slice(0, 7)] : []
    case "when.year":
      return startsOf(item).map((start) => start.slice(0, 4))
    case "when.month":
      return startsOf(item).flatMap((start) => (/^\d{4}-\d\d/.test(start) ? [start.slice(0, 7)] : []))
    case "missing":
      return issued === "" ? ["issued"] : []
    case "kind":
    case "type":
    case "locale":
      return item[name] === undefined ? [] : [item[name]]
    default:
      return []
  }
}
