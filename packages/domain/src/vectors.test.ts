import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { boundsOf, isEdtf, parseEdtf } from "./values/edtf.js"
import { formatEdtf } from "./values/format-edtf.js"
import { Locale } from "./values/locale.js"
import { parseReference, Reference } from "./values/reference.js"
import { Slug } from "./values/slug.js"
import { toSlug } from "./values/to-slug.js"
import { Edtf } from "./values/when.js"

const rows = (file: string) =>
  readFileSync(new URL(`../vectors/${file}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((row) => row !== "" && !row.startsWith("#"))
    .map((row) => row.split("\t") as [string, ...string[]])

test.each(rows("edtf/valid"))("%s can mean the days from %s to %s", (edtf, earliest, latest) => {
  const bounds = boundsOf(edtf)
  expect([bounds.earliest ?? "-", bounds.latest ?? "-"]).toEqual([earliest, latest])
  expect(Edtf.parse(edtf)).toBe(edtf)
})

test.each(rows("edtf/invalid"))("“%s” is no date", (text) => {
  expect(isEdtf(text)).toBe(false)
  expect(() => parseEdtf(text)).toThrow("is not a date")
  expect(Edtf.safeParse(text).success).toBe(false)
})

test.each(rows("edtf/printed"))("%s reads “%s”, « %s »", (edtf, english, french) => {
  expect(formatEdtf(edtf, "en")).toBe(english)
  expect(formatEdtf(edtf, "fr")).toBe(french)
})

for (const [name, schema] of Object.entries({ locale: Locale, slug: Slug })) {
  test.each(rows(`${name}/valid`))(`“%s” is a ${name}`, (text) => {
    expect(schema.parse(text)).toBe(text)
  })
  test.each(rows(`${name}/invalid`))(`“%s” is no ${name}`, (text) => {
    expect(schema.safeParse(text).success).toBe(false)
  })
}

test.each(rows("slug/made"))("“%s” is addressed as “%s”", (title, slug = "") => {
  expect(toSlug(title)).toBe(slug)
})

test.each(rows("reference/valid"))("“%s” is the document %s", (typed, canonical) => {
  expect(parseReference(typed)).toBe(canonical)
  expect(Reference.parse(canonical)).toBe(canonical)
})

test.each(rows("reference/invalid"))("“%s” is no reference code", (text) => {
  expect(() => parseReference(text)).toThrow("is not a reference code")
})
