import { formatQuery, type Item, type ItemQuery, type Page } from "@pg/domain"
import type { Feed } from "@pg/formats"
import type { Site } from "./site.js"

type Listed = {
  page: Page<Item>
  query: ItemQuery
  segment: string
  extension: string | undefined
  site: Site
  /** What an empty list has instead of its items' instants. */
  startedAt: string
}

/** A page of the store as the formats write it: with its title and its addresses. */
export function feedOf({ page, query, segment, extension, site, startedAt }: Listed): Feed {
  const { cursor, ...first } = query
  const urlOf = (asked: ItemQuery) => site.listUrl(segment, extension, formatQuery(asked))
  return {
    ...frame(site),
    ...page,
    title: titleOf(segment, first),
    selfUrl: urlOf(query),
    firstUrl: urlOf(first),
    homeUrl: site.listPageUrl(segment, first),
    ...(page.next !== undefined && { nextUrl: urlOf({ ...first, cursor: page.next }) }),
    ...(page.items.length === 0 && { updatedAt: startedAt }),
  }
}

/** What a format needs to know to write one item alone. */
export function itemFeedOf(item: Item, site: Site, extension?: string): Omit<Feed, "items"> {
  return {
    ...frame(site),
    title: item.title,
    locale: item.locale,
    selfUrl: site.listUrl(`items/${item.id}`, extension),
    homeUrl: site.itemPageUrl(item),
  }
}

const frame = (site: Site) => ({
  locale: "en",
  itemUrl: site.itemPageUrl,
  schemeUrl: (scheme: string) => site.listUrl("items", undefined, `${scheme}=`),
})

/** The list's name, and in brackets what it was asked for. */
function titleOf(segment: string, { sort: _, limit: __, ...filters }: ItemQuery): string {
  const asked = new URLSearchParams(formatQuery(filters))
  const words = [...asked].map(([name, value]) => `${name}: ${value}`).join("; ")
  return `Pompidou Group, ${segment}${words && ` (${words})`}`
}
