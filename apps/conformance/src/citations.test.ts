import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Item, parseItem } from "@pg/domain"
import { beforeAll, expect, test } from "vitest"
import { askText } from "./ask.js"
import { askCitations, type Citation, readBibtex } from "./citations.js"
import { examples } from "./examples.js"
import { type Newsroom, serve } from "./newsroom.js"
import { run } from "./run.js"

let newsrooms: readonly Newsroom[]
beforeAll(async () => {
  newsrooms = [await serve("--sample"), await serve()]
  await newsrooms[1]?.store.putAll([...examples(3), hard()], { at: "2021-08-31T09:00:00Z", by: "conformance" })
  return () => Promise.all(newsrooms.map(({ close }) => close()))
})

/** An item whose title is full of what means something to TeX; of a backslash, a caret and two hyphens bibutils makes others. */
const hard = (): Item =>
  parseItem({
    ...examples()[0],
    id: "6d1ba0ce-4f9b-5a4e-9a0a-0f6e1e2b7c11",
    slug: "hard",
    title: "50 % of #1 & $2_000 ~ {braces} and “quotes”, Ærøskøbing – Łódź",
  })

test("biber takes BibTeX for what it says", async ({ task }) => {
  const kinds = new Set<string>()
  let count = 0
  for (const { url, folder } of newsrooms) {
    const list = `${url}/api/v1/items`
    writeFileSync(join(folder, "items.bib"), await askText(`${list}.bib`))
    const args = ["--tool", "--validate-datamodel", "--nolog", "items.bib"]
    const { stdout } = await run("biber", args, { cwd: folder, env: { HOME: folder } })
    const complaints = stdout.split("\n").filter((line) => /^(?:WARN|ERROR)/.test(line))
    expect(complaints.filter((line) => !known.some((form) => form.test(line)))).toEqual([])
    const read = readBibtex(readFileSync(join(folder, "items_bibertool.bib"), "utf8"))
    expect(read).toEqual(await askCitations(list))
    count += read.length
    for (const form of known) if (complaints.some((line) => form.test(line))) kinds.add(form.source)
  }
  expect([...kinds].toSorted()).toEqual(known.map(({ source }) => source).toSorted())
  task.meta.did = `biber read ${count} entries, with titles, bodies and years as in CSL-JSON, and no complaint but the ${known.length} that are known`
})

/** What biber is right to say, and why it stays. One that it no longer says is to be deleted. */
const known: readonly RegExp[] = [
  // BibTeX prints no date at all for an entry without a year.
  /legacy year field 'n[.]d[.]' in entry '[\w-]+' is not an integer/,
  /Invalid value of field 'year' must be datatype 'datepart'/,
  // Nobody said who wrote it, or at which institution.
  /Missing mandatory field '(?:author|institution)'/,
  // BibTeX has no type for an event; for those who read the field, `@misc` carries what only `@proceedings` may.
  /Invalid field '(?:event(?:end)?(?:day|month|year)|venue)' for entrytype 'misc'/,
]

test("bibutils turns BibTeX into MODS and back", async ({ task }) => {
  const count = await roundTrip("bib", () => ["bib2xml"])
  task.meta.did = `bib2xml and xml2bib kept titles, bodies and years of ${count} entries`
})

test("bibutils turns RIS into MODS and that into BibTeX", async ({ task }) => {
  // RIS cannot say which names are bodies; bibutils is told by a file.
  const count = await roundTrip("ris", (names) => ["ris2xml", "-as", names])
  task.meta.did = `ris2xml and xml2bib kept titles, bodies and years of ${count} entries`
})

/** Turns every list into MODS and back; gives how many entries there were. */
async function roundTrip(extension: string, reader: (names: string) => readonly string[]): Promise<number> {
  let count = 0
  for (const { url, folder } of newsrooms) {
    const list = `${url}/api/v1/items`
    const expected = await askCitations(list)
    const [source, names, mods] = [`items.${extension}`, "names", "items.xml"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    writeFileSync(source, await askText(`${list}.${extension}`))
    writeFileSync(names, [...new Set(expected.flatMap(({ authors }) => authors)), ""].join("\n"))
    const [program = "", ...args] = reader(names)
    writeFileSync(mods, (await run(program, [...args, source])).stdout)
    expect(await citationsOf(mods)).toEqual(expected)
    count += expected.length
  }
  return count
}

/** Only as LaTeX has xml2bib braces around bodies, and only without LaTeX the letters as they are. */
async function citationsOf(mods: string): Promise<Citation[]> {
  const plain = readBibtex((await run("xml2bib", ["--no-bom", "--no-latex", mods])).stdout)
  const latex = readBibtex((await run("xml2bib", ["--no-bom", mods])).stdout)
  return plain.map((citation, index) => ({ ...citation, authors: latex[index]?.authors ?? [] }))
}
