import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Item } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { parseListing } from "./parse.js"
import { reprint } from "./reprint.js"

const folder = new URL("../fixtures/", import.meta.url)
const options = { source: "fixture", retrievedAt: "2022-01-10T12:00:00Z" }

describe.each(readdirSync(folder))("the listing %s", (name) => {
  const file = (part: string) => fileURLToPath(new URL(`${name}/${part}`, folder))
  const text = readFileSync(file("listing.txt"), "utf8")
  const { items, issues } = parseListing(text, options)

  test("says what a person reads in it", async () => {
    await expect(lines(items.map(readable))).toMatchFileSnapshot(file("expected.jsonl"))
  })

  test("has the issues that an editor should look at, and no other", async () => {
    await expect(lines(issues)).toMatchFileSnapshot(file("issues.jsonl"))
  })

  test("is given back byte for byte", () => {
    expect(reprint(items)).toBe(text)
  })
})

const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("")

/** An item without what is the same in all, and its spans in the form in which compilers write places. */
function readable({ source, ...item }: Item): object {
  const isSaid = (value: unknown) => value !== false && !(Array.isArray(value) && value.length === 0)
  const said = Object.entries(item).filter(([, value]) => isSaid(value))
  const spans = Object.entries(source!.spans).map(([path, { line, column, text }]) => [
    path,
    `${line}:${column} ${text}`,
  ])
  const reasons = source!.reasons.map(({ field, rule, text }) => `${field}: ${rule}${text && ` (${text})`}`)
  return { ...Object.fromEntries(said), spans: Object.fromEntries(spans) as object, reasons }
}
