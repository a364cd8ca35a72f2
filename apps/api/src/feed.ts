import { formatQuery, type Item, type ItemQuery, type Page } from "@pg/domain"
import type { Feed } from "@pg/formats"
import { feedTitle } from "./feed-title.js"
import type { Site } from "./site.js"

type Listed = {
  page: Omit<Page, "items">
  query: ItemQuery
  segment: string
  extension: string | undefined
  site: Site
}

/** A page of the store as the formats write it, but for its items: with its title and its addresses. */
export function feedOf({ page, query, segment, extension, site }: Listed): Omit<Feed, "items"> {
  const { cursor, ...first } = query
  const urlOf = (asked: ItemQuery) => site.listUrl(segment, extension, formatQuery(asked))
  return {
    ...frame(site),
    ...page,
    ...feedTitle(segment, first),
    selfUrl: urlOf(query),
    firstUrl: urlOf(first),
    homeUrl: site.listPageUrl(segment, first),
    ...(page.next !== undefined && { nextUrl: urlOf({ ...first, cursor: page.next }) }),
  }
}

/** What a format needs to know to write one item alone. */
export function itemFeedOf(
  item: Pick<Item, "id" | "title" | "locale" | "kind" | "slug">,
  site: Site,
  extension?: string,
): Omit<Feed, "items"> {
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
