import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Item } from "@pg/domain"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { citable } from "../test/citable.js"
import { exampleNames, exampleOf } from "../test/examples.js"
import { hostileCitation } from "../test/hostile-citation.js"
import { nameOf, printBibliography, type ReadCitation, readCitations } from "../test/read-citations.js"
import { bibtex } from "./bibtex.js"
import { csl } from "./csl.js"
import { oneLine } from "./one-line.js"
import { ris } from "./ris.js"

const goldens = fileURLToPath(new URL("../fixtures/", import.meta.url))
const citations = [bibtex, ris, csl]

/** What a reader that is not ours makes of one item in each of the formats. */
const readAll = (fields: object) =>
  citations.map(({ serialize, extension }) =>
    summaryOf(readCitations(serialize(aFeed([citable(fields)])), extension)[0]),
  )

const summaryOf = ({ title = "", author = [], editor = [], issued, ...citation }: Partial<ReadCitation> = {}) => ({
  title,
  authors: author.map(nameOf),
  editors: editor.map(nameOf),
  year: issued?.["date-parts"]?.[0]?.[0] ?? issued?.literal ?? "n.d.",
  url: citation.URL,
  publisher: citation.publisher,
  abstract: citation.abstract,
})

/** What our own CSL-JSON says, which is the Item's own fields by other names. */
const expectedOf = (name: string) => {
  const { title, subtitle, summary, summaryTruncated, issued, locale } = exampleOf(name)
  return {
    title: subtitle === undefined ? title : `${title}: ${subtitle}`,
    year: issued === undefined ? "n.d." : Number(issued.slice(0, 4)),
    abstract: summaryTruncated ? undefined : summary,
    url: expect.stringContaining(`/${locale}/`),
  }
}

/** As one line, which is all that BibTeX and RIS can have; to that reader, a space is a space. */
const plain = (text: string) => oneLine(text).replace(/\s+/g, " ").trim().normalize()
const titleOf = ({ title, subtitle, locale }: Item) =>
  plain(subtitle === undefined ? title : `${title}${locale === "fr" ? "\u00A0" : ""}: ${subtitle}`)

describe.each(citations)("a citation in $name, to a reader that is not ours", ({ extension }) => {
  test.each(exampleNames)("has the title, the year or its absence, the abstract and the page of %s", (name) => {
    const [citation] = readCitations(readFileSync(`${goldens}${name}.${extension}`, "utf8"), extension)
    expect(summaryOf(citation)).toMatchObject(expectedOf(name))
  })

  test("is of each item of a list, in its order", () => {
    const all = readCitations(readFileSync(`${goldens}all.${extension}`, "utf8"), extension)
    expect(all.map(summaryOf)).toMatchObject(exampleNames.map(expectedOf))
  })
})

describe("in every format of citations", () => {
  test("what has no title page is by the Pompidou Group, in the item's language, and never by a Mr Group", () => {
    for (const { extension } of citations) {
      const [dated] = readCitations(readFileSync(`${goldens}news/dated.${extension}`, "utf8"), extension)
      const [french] = readCitations(readFileSync(`${goldens}news/french.${extension}`, "utf8"), extension)
      expect([summaryOf(dated).authors, summaryOf(french).authors]).toEqual([["Pompidou Group"], ["Groupe Pompidou"]])
    }
  })

  test("a body is kept whole, with the “and” and the comma in its name", () => {
    const names = ["Ministry of Health, Welfare and Sport", "Council of Europe"]
    const contributors = names.map((name) => ({ name, type: "Organization" }))
    for (const read of readAll({ contributors })) expect(read.authors).toEqual(names)
    const [inBibtex, , inCsl] = citations.map(({ serialize }) => serialize(aFeed([citable({ contributors })])))
    expect(inBibtex).toContain("{{Ministry of Health, Welfare and Sport} and {Council of Europe}}")
    expect(inCsl).toContain('"author":[{"literal":"Ministry of Health, Welfare and Sport"}')
  })

  test("a person's name is taken apart where it was written so, and else kept whole", () => {
    const contributors = ["Example, Ana", "Ana Example"].map((name) => ({ name, type: "Person" }))
    const text = citations.map(({ serialize }) => serialize(aFeed([citable({ contributors })])))
    expect(text[0]).toContain("author = {Example, Ana and {Ana Example}}")
    expect(text[1]).toContain("AU  - Example, Ana\r\nAU  - Ana Example\r\n")
    expect(text[2]).toContain('"author":[{"family":"Example","given":"Ana"},{"literal":"Ana Example"}]')
    const [fromRis] = readCitations(text[1] ?? "", "ris")
    expect(fromRis?.author).toEqual([{ family: "Example", given: "Ana" }, { literal: "Ana Example" }])
  })

  test("a publication that names no author has none, and one with an editor alone has that", () => {
    for (const read of readAll({})) expect(read.authors).toEqual([])
    const contributors = [{ name: "Ana Example", type: "Person", role: "Editor" }]
    for (const read of readAll({ contributors, type: "handbook" }))
      expect(read).toMatchObject({ authors: [], editors: ["Ana Example"] })
    expect(ris.serialize(aFeed([citable({ contributors })]))).toContain("ED  - Ana Example\r\n")
  })

  test("a publisher with an “and” in it is one publisher", () => {
    for (const { publisher } of readAll({ publisher: "Hill and Son" })) expect(publisher).toBe("Hill and Son")
  })

  test("a summary that was cut short is no abstract, for the cut would be quoted as the end", () => {
    for (const { abstract } of readAll({ summary: "It begins...", summaryTruncated: true }))
      expect(abstract).toBeUndefined()
  })

  test.each(["../2021", "/2021-06", "XXXX-06-15"])("a date with no first year, as in %s, is none", (issued) => {
    for (const { year } of readAll({ issued })) expect(year).toBe("n.d.")
  })

  test("what a date must lie between is no date", () => {
    for (const { year } of readAll({ issuedBounds: "2021-04-16/2021-05-07" })) expect(year).toBe("n.d.")
  })

  test("a style prints “n.d.” for an undated item, and “ca.” for a date that is not sure", () => {
    const print = (fields: object) => printBibliography(csl.serialize(aFeed([citable(fields)])), "en-GB")
    const contributors = [{ name: "Council of Europe", type: "Organization" }]
    expect(print({ contributors })).toMatch(/^Council of Europe\. \(n\.d\.\)\. A\./)
    expect(print({ contributors, issued: "1971~" })).toContain("(ca. 1971)")
    expect(print({ contributors, issued: "2021/.." })).toContain("(2021–)")
  })

  test("nobody's access date is made up", () => {
    for (const { serialize } of citations)
      expect(serialize(aFeed([citable({ issued: "2021" })]))).not.toMatch(/urldate|Y2 {2}-|accessed/)
  })

  test("whatever the items are, each is read as one, and its title as it was written", () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileCitation, { selector: ({ id }) => id, maxLength: 3 }), (items) => {
        for (const { serialize, extension } of citations) {
          const read = readCitations(serialize(aFeed(items)), extension)
          expect(read.map(({ title }) => plain(title))).toEqual(items.map(titleOf))
        }
      }),
    )
  })
})

describe("a key to cite by", () => {
  const keysOf = (items: readonly Item[]) => readCitations(csl.serialize(aFeed(items)), "csl.json").map(({ id }) => id)

  test("is made of author, year, title and id, and the same in BibTeX and CSL, alone and in a list", () => {
    const items = exampleNames.map(exampleOf)
    expect(keysOf([exampleOf("news/dated")])).toEqual(["pompidou-2021-ministers-42217cae"])
    expect(keysOf(items)).toEqual(items.flatMap((one) => keysOf([one])))
    expect(keysOf(items)).toEqual(readCitations(bibtex.serialize(aFeed(items)), "bib").map(({ id }) => id))
  })

  test("has nothing in it but small letters of ASCII, digits and hyphens", () => {
    fc.assert(
      fc.property(hostileCitation, (one) => {
        expect(keysOf([one])[0]).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
      }),
    )
    expect(keysOf([citable({ title: "Наркотики" })])).toEqual(["nd-000000f1"])
  })

  test("is another for each item of a list, also where author, year, title and the id's last digits are the same", () => {
    const ids = ["0190b3a5-7c1e-7000-8000-0000000000f1", "0290b3a5-7c1e-7000-8000-0000000000f1"]
    expect(keysOf(ids.map((id) => citable({ id })))).toEqual([
      "nd-a-0190b3a57c1e700080000000000000f1",
      "nd-a-0290b3a57c1e700080000000000000f1",
    ])
  })
})
