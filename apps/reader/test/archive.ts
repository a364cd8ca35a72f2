import type { Asking } from "../src/asking.js"
import { type Item, type ItemQuery, sortKey } from "@pg/domain"
import { createReader } from "../src/app.js"
import { countriesOf, facetsOf, inOrder, takesPlace } from "./places-and-times.js"

const siteUrl = "https://newsroom.example.org"

/** A client of items in memory: what the API's own tests prove of filters is here only as much as pages need. */
function clientOf(items: readonly Item[], today: string): Asking {
  const newestFirst = items.toSorted((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1))
  return {
    find: async (query) => {
      const found = inOrder(newestFirst, query).filter((item) => isIn(item, query, today))
      const start = Number(query.cursor ?? 0)
      const limit = query.limit ?? 20
      const page = found.slice(start, start + limit)
      const next = start + limit < found.length ? { next: String(start + limit) } : {}
      return { items: page, total: found.length, ...next, ...highlightsOf(page, query.q), ...facetsOf(found, query) }
    },
    get: async (id) => items.find((item) => item.id === id),
    getBySlug: async (kind, slug, locale) =>
      items.find((item) => item.kind === kind && item.slug === slug && (locale ?? item.locale) === item.locale),
  }
}

/** The reader of some items, asked by path. */
export function readerOf(items: readonly Item[], client: Partial<Asking> = {}, today?: string) {
  const reader = createReader({
    client: { ...clientOf(items, today ?? "2021-08-01"), ...client },
    siteUrl,
    ...(today !== undefined && { now: () => new Date(`${today}T12:00:00Z`) }),
    reportError: () => {},
  })
  const ask = async (path: string, init?: RequestInit) => reader.request(siteUrl + path, init)
  return { ask, text: async (path: string) => (await ask(path)).text() }
}

const isIn = (
  item: Item,
  { kind, locale, topic, q, missing, when, country, ...rest }: ItemQuery,
  today: string,
): boolean =>
  (kind?.includes(item.kind) ?? true) &&
  (locale?.includes(item.locale) ?? true) &&
  (topic?.some((id) => item.topics.includes(id)) ?? true) &&
  (missing?.some((field) => item[field as keyof Item] === undefined) ?? true) &&
  (when === undefined || takesPlace(item, when, today)) &&
  (country?.some((code) => countriesOf(item).includes(code)) ?? true) &&
  !rest["not.country"]?.some((code) => countriesOf(item).includes(code)) &&
  (q === undefined || item.title.toLowerCase().includes(q.toLowerCase()))

function highlightsOf(items: readonly Item[], q: string | undefined) {
  if (q === undefined) return {}
  const mark = ({ title }: Item): [number, number] => {
    const from = title.toLowerCase().indexOf(q.toLowerCase())
    return [from, from + q.length]
  }
  const highlight = (item: Item) => [{ field: "title" as const, text: item.title, marks: [mark(item)] }]
  return { highlights: Object.fromEntries(items.map((item) => [item.id, highlight(item)])) }
}
