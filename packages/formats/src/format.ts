import type { ChangeEntry, Facet, Highlight, Instant, Item, Page, Tombstone, Unmatched } from "@pg/domain"

/** The schemes by which a format may classify an item: parameters of ItemQuery that take terms. */
export type SchemeName = "kind" | "type" | "topic" | "country" | "body"

/** What an item's page needs to link to an item that it is related to. */
export type Related = { rel: string; item: Pick<Item, "id" | "kind" | "locale" | "slug" | "title"> }

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
  /** The WebSub hub that tells its subscribers when the feed at `selfUrl` changes, for formats that can name it. */
  hubUrl?: string
  /** When the list last changed; where it is absent, the latest of its items' `updatedAt`. */
  updatedAt?: Instant
  /** How many items all pages have. */
  total?: number
  /** Where it is there, `total` were counted and there are more. */
  totalIsAtLeast?: true
  /** The cursor of the page after this one, as in `nextUrl`. */
  next?: string
  /** What a search found, by item id. */
  highlights?: Readonly<Record<string, readonly Highlight[]>>
  /** The list counted by values, for formats that can say it. */
  facets?: readonly Facet[]
  /** A search that finds something, where this one finds nothing. */
  didYouMean?: string
  /** Values of filters that no item has, where there is none in this list. */
  unmatched?: readonly Unmatched[]
  /** The acronyms that a search asks for in both of their forms. */
  acronyms?: Readonly<Page["acronyms"]>
  /** The only fields of an item to be written, for formats that write it field by field; all where it is absent. */
  fields?: readonly string[]
  /** What items are related to, by item id, where that is asked for. */
  related?: Readonly<Record<string, readonly Related[]>>
  /** Bodies as HTML that may be shown as it is, by item id: sanitised, headings from `h2`. */
  bodyHtml?: Readonly<Record<string, string>>
  /** What was in the list and is no more, the newest first, for formats that can say it. */
  tombstones?: readonly Tombstone[]
  /** Where it is there, the entries of a feed are these changes, the newest first, and not the items. */
  changes?: readonly ChangeEntry[]
  /** Whether a calendar has registration deadlines as entries of their own. */
  deadlines?: boolean
  /** The web page of an item. */
  itemUrl: (item: Item) => string
  /** The address that stands for a scheme; with a term after it, the address of what carries that term. */
  schemeUrl?: (scheme: SchemeName) => string
}

/** A feed whose items are written already. */
export type Written = Omit<Feed, "items"> & { items: readonly Pick<Item, "updatedAt">[] }

/** What a format may be able to carry beside whole items. */
export type Part = "fields" | "relations" | "bodyHtml" | "facets" | "changes" | "tombstones" | "deadlines"

/**
 * A way to write items as text. `extension` goes after the dot of a file or an address; `mediaType` has no parameters.
 * `title` is what a person calls it. `says` are the parts of a question beside the items themselves that the format can
 * carry; the others are refused where this format is asked for.
 */
export type Format = {
  name: string
  extension: string
  mediaType: string
  title: string
  says: readonly Part[]
  /** People read it as it is: bodies go into it as HTML, where there is that, without being asked for. */
  showsBodies?: true
  /** How many items a list has where nobody says, for formats that people take whole and that cannot be paged; else 20. */
  usualLimit?: number
  serialize: (feed: Feed) => string
  /**
   * A list in two steps, where an item is written the same in each list: for whoever keeps what was written of items. To write
   * the entries of a feed's items and then the list with them comes to `serialize`.
   */
  list?: {
    entry: (item: Item, feed: Omit<Feed, "items">) => string
    /** Of the feed's items only when they were updated is looked at; each has one entry. */
    write: (feed: Written, entries: readonly string[]) => string
  }
  /** One item alone; `selfUrl` is then that of the item. */
  serializeItem: (item: Item, feed: Omit<Feed, "items">) => string
}
