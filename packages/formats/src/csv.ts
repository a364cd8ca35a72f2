import { canonicalJson, type Item } from "@pg/domain"
import { type Column, columns } from "./csv/columns.js"
import type { Feed, Format } from "./format.js"

/**
 * Comma-separated values, RFC 4180: a header and a row for each item, every line with CRLF at its end. The columns are those
 * of all kinds, in one order, named by their paths (`when.start`); the README has their rules. Dates are EDTF as they stand,
 * and an undated item has empty cells. A text that a spreadsheet could take for a formula has an apostrophe in front.
 */
export const csv: Format = {
  name: "csv",
  extension: "csv",
  mediaType: "text/csv",
  title: "CSV",
  usualLimit: 1000,
  says: ["fields"],
  serialize: writeTable,
  serializeItem: (item, feed) => writeTable({ ...feed, items: [item] }),
}

function writeTable({ items, fields, itemUrl }: Feed): string {
  const chosen = columns.filter(({ path: [field = ""] }) => fields?.includes(field) ?? true)
  const rows = items.map((item) => chosen.map((column) => writeCell(valueIn(column, item, itemUrl))))
  return [chosen.map(({ name }) => name), ...rows].map((cells) => `${cells.map(quote).join(",")}\r\n`).join("")
}

const valueIn = ({ name, path }: Column, item: Item, itemUrl: Feed["itemUrl"]) =>
  name === "url" ? itemUrl(item) : valueAt(item, path)

/** What stands at a path; of a list, what stands there in each of its elements. */
function valueAt(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((element) => valueAt(element, path))
  const [key, ...rest] = path
  return key === undefined || !isRecord(value) ? value : valueAt(value[key], rest)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null

const writeCell = (value: unknown): string => (value === undefined ? "" : harmless(textOf(value)))

/** Elements of a list have `|` between them, and `\` before one of their own. */
function textOf(value: unknown): string {
  if (value === undefined) return ""
  if (typeof value === "string") return value.toWellFormed().replace(unwritable, "")
  if (Array.isArray(value)) return value.map((element) => textOf(element).replace(/[\\|]/g, "\\$&")).join("|")
  return canonicalJson(value)
}

/** RFC 4180 has no control characters but line ends; tabs do no harm within a text. */
const unwritable = /[^\P{Cc}\t\n\r]/gu

/** An apostrophe that a text begins with has one in front too, so that taking one away gives every text back. */
const harmless = (text: string) => (/^[=+\-@＝＋－＠'\t\r]/.test(text) ? `'${text}` : text)

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
