import { canonicalJson, writeItem } from "@pg/domain"
import type { Feed, Format } from "./format.js"

/**
 * JSON, RFC 8259: a list is `{ items, next?, total?, totalIsAtLeast?, facets?, didYouMean?, unmatched?, acronyms?,
 * related?, highlights? }`, an item is the Item itself, with `related` where that is asked for. What is absent has no key. Equal items are equal bytes.
 */
export const json: Format = {
  name: "json",
  extension: "json",
  mediaType: "application/json",
  title: "JSON",
  says: ["fields", "relations", "facets"],
  serialize: ({ items, fields, ...feed }) =>
    writeJsonList(
      items.map((item) => writeItem(item, fields)),
      feed,
    ),
  serializeItem: (item, { fields, related }) => {
    const text = writeItem(item, fields)
    return related?.[item.id] === undefined
      ? `${text}\n`
      : `${text.slice(0, -1)},"related":${canonicalJson(related[item.id])}}\n`
  },
}

/** A list as `json` writes it, from items that are JSON already. */
export function writeJsonList(
  items: readonly string[],
  { next, total, totalIsAtLeast, facets, didYouMean, unmatched, acronyms, related, highlights }: Partial<Feed>,
): string {
  const said = { next, total, totalIsAtLeast, facets, didYouMean, unmatched, acronyms, related, highlights }
  const rest = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `,"${key}":${canonicalJson(value)}`)
  return `{"items":[${items.join(",")}]${rest.join("")}}\n`
}
