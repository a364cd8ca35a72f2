import type { Highlight, Instant, Item } from "@pg/domain"

/** The schemes by which a format may classify an item: parameters of ItemQuery that take terms. */
export type SchemeName = "kind" | "type" | "topic" | "country" | "body"

/**
 * A page of a list, with all that a format must say about it and cannot know: addresses are absolute, `locale` is
 * BCP 47, `updatedAt` an RFC 3339 instant.
 */
export type Feed = {
  items: readonly Item[]
  title: string
  /** The language of the title; items say their own. */
  locale?: string
  /** Where this very page, in this format, is. */
  selfUrl: string
  /** The web page that shows the same. */
  homeUrl: string
  /** Where the first page of the list is; `selfUrl` where it is absent. */
  firstUrl?: string
  /** Where the page after this one is; absent on the last. */
  nextUrl?: string
  /** When the list last changed; where it is absent, the latest of its items' `updatedAt`. */
  updatedAt?: Instant
  /** How many items all pages have. */
  total?: number
  /** The cursor of the page after this one, as in `nextUrl`. */
  next?: string
  /** What a search found, by item id. */
  highlights?: Readonly<Record<string, readonly Highlight[]>>
  /** The web page of an item. */
  itemUrl: (item: Item) => string
  /** The address that stands for a scheme; with a term after it, the address of what carries that term. */
  schemeUrl?: (scheme: SchemeName) => string
}

/**
 * A way to write items as text. `extension` goes after the dot of a file or an address; `mediaType` has no parameters.
 * `serializeItem` is absent where the format has no form for one item alone; its `selfUrl` is that of the item.
 */
export type Format = {
  name: string
  extension: string
  mediaType: string
  serialize: (feed: Feed) => string
  serializeItem?: (item: Item, feed: Omit<Feed, "items">) => string
}
