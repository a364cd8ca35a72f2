import { fieldsOf, type ItemQuery, type Page } from "@pg/domain"
import { type Feed, type Format, formats } from "@pg/formats"
import type { Collection } from "./collections.js"
import { feedOf } from "./feed.js"
import { hubOf } from "./hub.js"
import { linkHeaderOf } from "./list-links.js"
import { extensionOf } from "./negotiate.js"
import { readListQuery, refuseUnsaid } from "./read-query.js"
import type { Site } from "./site.js"

/** What is asked of a list, and what of the answer is known before it is looked for. */
export type AskedList = {
  format: Format
  /** The question, with what the address adds to its query string. */
  query: ItemQuery
  /** The fields of each item that are wanted; all where it is absent. */
  fields: readonly string[] | undefined
  /** What a format writes of a page besides its items. */
  frame: (page: Omit<Page, "items">) => Omit<Feed, "items">
  /** The Link header, by the cursor of the page after this one where there is one. */
  links: (next: string | undefined) => string | undefined
}

/** A list in a format, which its address names by `suffix` where that is there. */
type Listed = { collection: Collection; format: Format; suffix?: Format; site: Site }

/** What a query string asks of a list. Throws InvalidInput. */
export function readList(search: string, { collection, format, suffix, site }: Listed): AskedList {
  const { segment, kind } = collection
  const said = readListQuery(new URLSearchParams(search), kind)
  refuseUnsaid(said, format, formats)
  return {
    format,
    query: {
      ...said,
      ...(kind !== undefined && { kind: [kind] }),
      ...(said.limit === undefined && format.usualLimit !== undefined && { limit: format.usualLimit }),
    },
    fields: fieldsOf(said, "list"),
    frame: feedOf({
      query: said,
      segment,
      extension: extensionOf(format, suffix),
      site,
      hub: hubOf(said, format, site),
    }),
    links: linkHeaderOf({ segment, query: said, given: format, extension: suffix?.extension }, site),
  }
}
