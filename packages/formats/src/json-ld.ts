import type { Thing } from "schema-dts"
import type { Feed, Format } from "./format.js"
import { referTo } from "./json-ld/common.js"
import { describe } from "./json-ld/describe.js"
import { node } from "./json-ld/node.js"

/**
 * JSON-LD 1.1 in the vocabulary of schema.org. A list is a graph: its page with an ItemList, and every item. No day is
 * invented: a month stays a month, and what ISO 8601 cannot say is left out. The text can stand in an HTML script element
 * as it is, for it has no `<`.
 */
export const jsonLd: Format = {
  name: "jsonLd",
  extension: "jsonld",
  mediaType: "application/ld+json",
  title: "JSON-LD",
  says: [],
  serialize: (feed) => write({ "@graph": [describeList(feed), ...feed.items.map((item) => describe(item, feed))] }),
  serializeItem: (item, feed) => write(describe(item, feed)),
}

const write = (content: Thing | { "@graph": Thing[] }) =>
  `${JSON.stringify({ "@context": "https://schema.org", ...Object(content) }).replaceAll("<", "\\u003c")}\n`

/** The web page of a list. Of a list of several pages `numberOfItems` counts all, where they are counted to the end. */
const describeList = ({ homeUrl, title, locale, updatedAt, items, total, totalIsAtLeast }: Feed) =>
  node("CollectionPage", {
    "@id": homeUrl,
    url: homeUrl,
    name: title,
    inLanguage: locale,
    dateModified: updatedAt,
    mainEntity: node("ItemList", {
      numberOfItems: totalIsAtLeast ? undefined : total,
      itemListElement: items.map(({ id }) => referTo(id)),
    }),
  })
