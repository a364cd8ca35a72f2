import type { Item } from "./item.js"
import { itemFields } from "./profile.js"

/**
 * An item as JSON, RFC 8259, always the same bytes for the same item: its keys in the order of `itemFields`, those below
 * by name, no white space, nothing for what is absent. `fields` are the only ones written; all where it is absent.
 */
export function writeItem(item: Item, fields: readonly string[] = itemFields): string {
  const known = fields.filter((field) => item[field as keyof Item] !== undefined)
  return `{${known.map((field) => `"${field}":${canonicalJson(item[field as keyof Item])}`).join(",")}}`
}

/** A value as JSON in one spelling: keys by name, no white space, nothing for what is absent. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, below]) => [key, sorted(below)]))
}
