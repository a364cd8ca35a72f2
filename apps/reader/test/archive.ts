import type { Asking } from "../src/asking.js"
import { type Item, type ItemQuery, sortKey } from "@pg/domain"
import { createReader } from "../src/app.js"

const siteUrl = "https://newsroom.example.org"

/** A client of items in memory: what the API's own tests prove of filters is here only as much as pages need. */
function clientOf(items: readonly Item[]): Asking {
  const newestFirst = items.toSorted((a, b) => (sortKey(a) < sortKey(b) ? 1 : -1))
  return {
    find: async (query) => {
      const found = newestFirst.filter((item) => isIn(item, query))
      const start = Number(query.cursor ?? 0)
      const limit = query.limit ?? 20
      const page = found.slice(start, start + limit)
      const next = start + limit < found.length ? { next: String(start + limit) } : {}
      return { items: page, total: found.length, ...next, ...highlightsOf(page, query.q) }
    },
    get: async (id) => items.find((item) => item.id === id),
    history: async () => [],
    getBySlug: async (kind, slug, locale) =>
      items.find((item) => item.kind === kind && item.slug === slug && (locale ?? item.locale) === item.locale),
  }
}

/** The reader of some items, asked by path. */
export function readerOf(items: readonly Item[], client: Partial<Asking> = {}) {
  const reader = createReader({
    client: { ...clientOf(items), ...client },
    siteUrl,
    reportError: () => {},
  })
  const ask = async (path: string, init?: RequestInit) => reader.request(siteUrl + path, init)
  return { ask, text: async (path: string) => (await ask(path)).text() }
}

const isIn = (item: Item, { kind, locale, topic, q, missing }: ItemQuery): boolean =>
  (kind?.includes(item.kind) ?? true) &&
  (locale?.includes(item.locale) ?? true) &&
  (topic?.some((id) => item.topics.includes(id)) ?? true) &&
  (missing === undefined || item.issued === undefined) &&
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
