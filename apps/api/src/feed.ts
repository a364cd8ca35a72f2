import { formatQuery, type Item, type ItemQuery, type Page } from "@pg/domain"
import type { Feed } from "@pg/formats"
import { feedTitle } from "./feed-title.js"
import { byCursor, type Site } from "./site.js"

type Listed = {
  query: ItemQuery
  segment: string
  extension: string | undefined
  site: Site
  /** The WebSub hub that is told of this very feed. */
  hub: string | undefined
}

/** The pages of a list as the formats write them, but for their items: with their title and their addresses. */
export function feedOf({
  query,
  segment,
  extension,
  site,
  hub,
}: Listed): (page: Omit<Page, "items">) => Omit<Feed, "items"> {
  const { cursor, ...first } = query
  const urlOf = (asked: ItemQuery) => site.listUrl(segment, extension, formatQuery(asked))
  const nextUrl = byCursor((next) => urlOf({ ...first, cursor: next }))
  const same = {
    ...frame(site),
    ...feedTitle(segment, first),
    selfUrl: urlOf(query),
    firstUrl: urlOf(first),
    homeUrl: site.listPageUrl(segment, first),
    ...(hub !== undefined && { hubUrl: hub }),
  }
  return (page) => ({ ...same, ...page, ...(page.next !== undefined && { nextUrl: nextUrl(page.next) }) })
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
