import { canonicalJson, writeItem } from "@pg/domain"
import type { Feed, Format } from "./format.js"

/**
 * JSON, RFC 8259: a list is `{ items, next?, total?, totalIsAtLeast?, facets?, didYouMean?, unmatched?, acronyms?, related?,
 * bodyHtml?, highlights? }`, an item is the Item itself, with `related` and `bodyHtml` where these are asked for. What is absent has
 * no key. Equal items are equal bytes.
 */
export const json: Format = {
  name: "json",
  extension: "json",
  mediaType: "application/json",
  title: "JSON",
  says: ["fields", "relations", "bodyHtml", "facets"],
  serialize: ({ items, fields, ...feed }) =>
    writeJsonList(
      items.map((item) => writeItem(item, fields)),
      feed,
    ),
  serializeItem: (item, { fields, ...feed }) => writeJsonItem(item.id, writeItem(item, fields), feed),
}

/** An item as `json` writes it, from one that is JSON already. */
export function writeJsonItem(id: string, text: string, { related, bodyHtml }: Partial<Feed>): string {
  const more = membersOf({ related: related?.[id], bodyHtml: bodyHtml?.[id] })
  return `${text.slice(0, -1)}${more}}\n`
}

/** A list as `json` writes it, from items that are JSON already. */
export function writeJsonList(
  items: readonly string[],
  {
    next,
    total,
    totalIsAtLeast,
    facets,
    didYouMean,
    unmatched,
    acronyms,
    related,
    bodyHtml,
    highlights,
  }: Partial<Feed>,
): string {
  const more = { next, total, totalIsAtLeast, facets, didYouMean, unmatched, acronyms, related, bodyHtml, highlights }
  return `{"items":[${items.join(",")}]${membersOf(more)}}\n`
}

/** Members that follow others; what is undefined has none. */
const membersOf = (values: Readonly<Record<string, unknown>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `,"${key}":${canonicalJson(value)}`)
    .join("")
