import { bodies, dayOf, type Item, type ItemQuery, kinds, labelOf } from "@pg/domain"
import { element, xmlDocument } from "@pg/formats"
import type { Store } from "@pg/store"
import type { Site } from "../site.js"
import { namespace } from "./write-sitemap.js"

/**
 * The news of the last two days as Google News reads it, the newest first, at most 1,000.
 *
 * News has the day that it says it was issued on. Where it says none, it has the moment at which it was first published
 * here, if it was written here: what was imported was out before, nobody says when, and so it is not in this sitemap (it is
 * in the others). What says a month or a year says too little to be told from old news, and is not in it either.
 */
export async function newsSitemap(store: Store, site: Site, now: Date): Promise<string> {
  const today = dayOf(now)
  const since = dayOf(new Date(now.getTime() - twoDays))
  const stated = await readWhile(store, { kind: newsKinds, issued: `${since}..${today}`, sort: "-issued" }, () => true)
  const unstated = await readWhile(
    store,
    { kind: newsKinds, missing: ["issued"], sort: "-updated" },
    ({ updatedAt }) => updatedAt !== undefined && now.getTime() - Date.parse(updatedAt) <= twoDays,
  )
  const dated = [...stated, ...unstated].flatMap((item) => {
    const publishedAt = publicationOf(item)
    return publishedAt !== undefined && publishedAt >= since ? [{ item, publishedAt }] : []
  })
  const entries = dated.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1)).slice(0, mostNews)
  const attributes = { xmlns: namespace, "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9" }
  return xmlDocument(
    element(
      "urlset",
      attributes,
      entries.map(({ item, publishedAt }) => toUrl(item, publishedAt, site)),
    ),
  )
}

const twoDays = 2 * 24 * 60 * 60 * 1000
const mostNews = 1000

const newsKinds = kinds.filter(({ schemaOrgType }) => schemaOrgType === "NewsArticle").map(({ name }) => name)

/** The day that an item says, or the moment at which what was written here came out; as its sitemap writes it. */
function publicationOf({ issued, source, firstPublishedAt }: Item): string | undefined {
  if (issued !== undefined) return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(issued)?.[0]
  return source === undefined ? firstPublishedAt : undefined
}

/** The first items of a question for as long as they are wanted. */
async function readWhile(store: Store, query: ItemQuery, isWanted: (item: Item) => boolean): Promise<Item[]> {
  const found: Item[] = []
  for (let cursor: string | undefined; found.length < mostNews; ) {
    const { items, next } = await store.find({ ...query, limit: 100, ...(cursor !== undefined && { cursor }) })
    const wanted = items.filter(isWanted)
    found.push(...wanted)
    if (next === undefined || wanted.length < items.length) break
    cursor = next
  }
  return found
}

function toUrl(item: Item, publishedAt: string, site: Site): string {
  const [language = item.locale] = item.locale.split("-")
  return element("url", {}, [
    element("loc", {}, site.itemPageUrl(item)),
    element("news:news", {}, [
      element("news:publication", {}, [
        element("news:name", {}, labelOf(bodies, "pompidou-group", item.locale)),
        element("news:language", {}, language),
      ]),
      element("news:publication_date", {}, publishedAt),
      element("news:title", {}, item.title),
    ]),
  ])
}
