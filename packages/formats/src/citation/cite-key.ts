import { type Item, toSlug } from "@pg/domain"
import { type Citation, citationOf } from "./citation.js"
import type { Feed } from "../format.js"

/** A citation and the key by which one cites it. */
export type Keyed = { key: string; citation: Citation }

/**
 * Cites the items of a list. A key is made of the first author, the year, the title's first long word and the last eight
 * digits of the id, in ASCII: `pompidou-2021-ministers-2217cae0`. It is the same in every list and every format, for as
 * long as these four are. Where two in one list would have the same key, each has all its id's digits.
 */
export function citeAll(items: readonly Item[], feed: Pick<Feed, "itemUrl">): Keyed[] {
  const cited = items.map((item) => ({ item, citation: citationOf(item, feed) }))
  const keys = cited.map(({ item, citation }) => keyOf(citation, item.id.slice(-8)))
  const counts = Map.groupBy(keys, (key) => key)
  return cited.map(({ item, citation }, index) => {
    const key = keys[index] ?? ""
    return { citation, key: counts.get(key)?.length === 1 ? key : keyOf(citation, item.id.replaceAll("-", "")) }
  })
}

function keyOf({ authors, issued, title }: Citation, digits: string): string {
  const [author] = authors.map((name) => ("literal" in name ? name.literal : name.family))
  const words = wordsOf(title)
  return [
    ...wordsOf(author ?? "").slice(0, 1),
    issued?.start[0] ?? "nd",
    ...[words.find((word) => word.length >= 4) ?? words[0] ?? []].flat(),
    digits,
  ].join("-")
}

const wordsOf = (text: string) =>
  toSlug(text)
    .replace(/[^a-z0-9-]/g, "")
    .split("-")
    .filter(Boolean)
