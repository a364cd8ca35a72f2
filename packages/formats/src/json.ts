import { type Item, kinds } from "@pg/domain"
import type { Format } from "./format.js"

/**
 * JSON, RFC 8259: a list is `{ items, next?, total?, highlights? }`, an item is the Item itself. What is absent has no
 * key. An item's keys stand in the order of its model, those below it by name, so that equal items are equal bytes.
 */
export const json: Format = {
  name: "json",
  extension: "json",
  mediaType: "application/json",
  serialize: ({ items, next, total, highlights }) =>
    write({
      items: items.map(arranged),
      next,
      total,
      highlights: highlights === undefined ? undefined : sorted(highlights),
    }),
  serializeItem: (item) => write(arranged(item)),
}

const write = (value: unknown) => `${JSON.stringify(value)}\n`

/** What says which item this is comes first. */
const fields = [...new Set(["id", "kind", ...kinds.flatMap((kind) => Object.keys(kind.schema.shape))])]
const place = new Map(fields.map((field, index) => [field, index]))
const placeOf = (field: string) => place.get(field) ?? fields.length

function arranged(item: Item): Record<string, unknown> {
  const entries = Object.entries(item).toSorted(([a], [b]) => placeOf(a) - placeOf(b) || compare(a, b))
  return Object.fromEntries(entries.map(([field, value]) => [field, sorted(value)]))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => compare(a, b))
  return Object.fromEntries(entries.map(([key, below]) => [key, sorted(below)]))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
