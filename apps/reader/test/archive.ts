import type { Asking } from "../src/asking.js"
import { type Item, type ItemQuery, sortKey } from "@pg/domain"
import { renderMarkdown } from "@pg/markdown"
import { createReader } from "../src/app.js"
import { facetsOf } from "./facets.js"
import { countriesOf, inOrder, takesPlace } from "./places-and-times.js"

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
      const isInNow = (item: Item, asked: ItemQuery) => isIn(item, asked, today)
      const facets = query.facets && { facets: facetsOf(items, query, isInNow) }
      return { items: page, total: found.length, ...next, ...facets, ...highlightsOf(page, query.q) }
    },
    get: async (id) => items.find((item) => item.id === id),
    history: async () => [],
    getShown: async (kind, slug, locale) => {
      const found = items.find(
        (item) => item.kind === kind && item.slug === slug && (locale ?? item.locale) === item.locale,
      )
      return found && { ...found, ...(found.body && { bodyHtml: renderMarkdown(found.body, found.locale) }) }
    },
    getRemoved: async () => undefined,
    preview: async () => undefined,
    getRemovedById: async () => undefined,
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
  { kind, type, locale, topic, country, body, issued, q, missing, when, ...rest }: ItemQuery,
  today: string,
): boolean =>
  (kind?.includes(item.kind) ?? true) &&
  (locale?.includes(item.locale) ?? true) &&
  (topic?.some((id) => item.topics.includes(id)) ?? true) &&
  (type?.some((id) => item.type === id) ?? true) &&
  (country?.some((code) => countriesOf(item).includes(code)) ?? true) &&
  !rest["not.country"]?.some((code) => countriesOf(item).includes(code)) &&
  (body?.some((id) => item.bodies.includes(id)) ?? true) &&
  (issued === undefined || /\.\./.test(issued) || (item.issued?.startsWith(issued) ?? false)) &&
  (missing?.some((field) => item[field as keyof Item] === undefined) ?? true) &&
  (when === undefined || takesPlace(item, when, today)) &&
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
