import { type Item, writeItem } from "@pg/domain"
import type { Format } from "./format.js"

/**
 * Newline-delimited JSON: each line is an item as `writeItem` gives it, and ends with a line feed; no items are no bytes.
 * Where the list goes on and how long it is cannot be said in it.
 */
export const ndjson: Format = {
  name: "ndjson",
  extension: "ndjson",
  mediaType: "application/x-ndjson",
  title: "NDJSON",
  usualLimit: 1000,
  says: ["fields"],
  serialize: ({ items, fields }) => items.map((item) => writeLine(item, fields)).join(""),
  serializeItem: (item, { fields }) => writeLine(item, fields),
}

const writeLine = (item: Item, fields: readonly string[] | undefined) => `${writeItem(item, fields)}\n`
