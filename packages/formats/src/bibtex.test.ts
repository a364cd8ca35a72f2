import fc from "fast-check"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { citable } from "../test/citable.js"
import { hostileCitation } from "../test/hostile-citation.js"
import { bibtex } from "./bibtex.js"

const write = (fields: object) => bibtex.serialize(aFeed([citable(fields)]))
const fieldOf = (name: string, fields: object) => new RegExp(`^  ${name} = (.*),$`, "m").exec(write(fields))?.[1]

test("whatever the texts, braces are balanced, which BibTeX counts even after a backslash, and each field is a line", () => {
  fc.assert(
    fc.property(fc.array(hostileCitation, { maxLength: 3 }), (items) => {
      const text = bibtex.serialize(aFeed(items))
      let depth = 0
      for (const [brace] of text.matchAll(/[{}]/g)) {
        depth += brace === "{" ? 1 : -1
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
      for (const line of text.split("\n")) expect(line).toMatch(/^$|^@[a-z]+\{[a-z0-9-]+,$|^ {2}[a-z]+ = .*,$|^\}$/u)
    }),
  )
})

test("what means something to TeX is written by its name, and accents stay as they are", () => {
  expect(fieldOf("abstract", { summary: "50% of {x}\\y_z ~ ^ # $ & é" })).toBe(
    "{50\\% of {\\textbraceleft}x{\\textbraceright}{\\textbackslash}y\\_z {\\textasciitilde} {\\textasciicircum} \\# \\$ \\& é}",
  )
  expect(fieldOf("abstract", { summary: "a -- b, ``c''" })).toBe("{a -{}- b, `{}`c'{}'}")
  expect(fieldOf("abstract", { summary: "one\n\ntwo" })).toBe("{one two}")
})

test("a capital within a title stays one, for styles put the words of a title into lower case", () => {
  expect(fieldOf("title", { title: "Women of the Pompidou Group: HIV-free in 2021" })).toBe(
    "{Women of the {Pompidou} {Group}: {HIV-free} in 2021}",
  )
  expect(fieldOf("title", { title: "COVID-19 et l’État" })).toBe("{{COVID-19} et {l’État}}")
})

test("an undated item is of the year “n.d.”, without which BibTeX would print nothing", () => {
  expect(write({})).toContain("year = {n.d.}")
  expect(write({})).not.toContain("date =")
})

test.each([
  ["2017", "{2017}", "{2017}", undefined],
  ["2021-06", "{2021-06}", "{2021}", "jun"],
  ["2021-06-17", "{2021-06-17}", "{2021}", "jun"],
  ["2021-06-17T09:30+02:00", "{2021-06-17}", "{2021}", "jun"],
  ["1971-08~", "{1971-08~}", "{1971}", "aug"],
  ["2021-06-15/2021-06-16", "{2021-06-15/2021-06-16}", "{2021}", "jun"],
  ["2021-06/2021-07", "{2021-06/2021-07}", "{2021}", undefined],
  ["2020-12/2021-01", "{2020-12/2021-01}", "{2020--2021}", undefined],
  ["2021/..", "{2021/..}", "{2021--}", undefined],
])("of %s biblatex is told all, and BibTeX its year and month", (issued, date, year, month) => {
  expect(["date", "year", "month"].map((name) => fieldOf(name, { issued }))).toEqual([date, year, month])
})

test("a report is of its own type, and never a “technical report”", () => {
  expect(write({ type: "study" })).toMatch(/^@techreport\{nd-a-000000f1,\n/)
  expect(fieldOf("type", { type: "study" })).toBe("{study}")
  expect(fieldOf("type", {})).toBe("{report}")
})

test("a handbook is a book, with its number, ISBN, DOI, edition and pages", () => {
  const handbook = { type: "handbook", reference: "P-PG/MinConf(2010)1", isbn: "9789287190000", doi: "10.1000/a_b%c" }
  const text = write({ ...handbook, edition: "2nd edition", pages: 120, publisher: "Council of Europe" })
  expect(text).toMatch(/^@book\{/)
  for (const field of [
    "publisher = {{Council of Europe}}",
    "number = {P-PG/MinConf(2010)1}",
    "edition = {2nd edition}",
    "pagetotal = {120}",
    "isbn = {9789287190000}",
    "doi = {10.1000/a_b%c}",
  ])
    expect(text).toContain(`  ${field},\n`)
})

test("an event says when and where in EDTF for biblatex, and in words for styles that do not print these", () => {
  const fields = {
    kind: "event",
    when: { start: "2020-03-30", end: "2020-04-01" },
    location: { city: "Vienna", country: "AT" },
    eventStatus: "EventCancelled",
  }
  expect(fieldOf("eventdate", fields)).toBe("{2020-03-30/2020-04-01}")
  expect(fieldOf("venue", fields)).toBe("{Vienna, Austria}")
  expect(fieldOf("note", fields)).toBe("{30 March – 1 April 2020; Vienna, Austria; cancelled}")
})

test("an address is not escaped, for LaTeX reads it as it stands", () => {
  const itemUrl = () => "https://example.org/a_b?c=%20&d#e~f"
  expect(bibtex.serialize({ ...aFeed([citable()]), itemUrl })).toContain("url = {https://example.org/a_b?c=%20&d#e~f},")
})

test("a list of nothing is a file of nothing", () => {
  expect(bibtex.serialize(aFeed([]))).toBe("")
})
