import { acronyms } from "@pg/domain"
import { expect, test } from "vitest"
import { acronymsIn, readQuestion } from "./question.js"

/** What a language asks for, in the words of its clauses. */
const read = (q: string, language: string) => {
  const { wanted = [], unwanted = [] } = readQuestion(q).find((reading) => reading.language === language) ?? {}
  const write = (clauses: typeof wanted) =>
    clauses.map(({ ways, isInTitle }) => {
      const said = ways.map((way) => way.map((phrase) => phrase.join(" ")).join(" & ")).join(" | ")
      return isInTitle ? `title: ${said}` : said
    })
  return { wanted: write(wanted), unwanted: write(unwanted) }
}

test("each language reads a question as its own", () => {
  expect(read("d'études", "en").wanted).toEqual(["en.d", "en.etud"])
  expect(read("d'études", "fr").wanted).toEqual(["fr.etud"])
  expect(read("d'études", "").wanted).toEqual([".d", ".etudes"])
})

test("what has no word asks for nothing, in no language", () => {
  expect(readQuestion("« — » !")).toEqual([])
  expect(readQuestion('-"?"')).toEqual([])
})

test("a word that is said again asks for no more", () => {
  expect(read("prison prisons PRISON -drug -drugs", "en")).toEqual({ wanted: ["en.prison"], unwanted: ["en.drug"] })
})

test("a short form asks for the long one too, word for word, and the words of the long one for the short form", () => {
  expect(read("OAT", "en").wanted).toEqual(["en.oat | en.opioid en.agonist en.treatment"])
  expect(read("Opioid agonist treatment", "en").wanted).toEqual(["en.opioid & en.agonist & en.treatment | en.oat"])
  expect(read("OAT", "fr").wanted).toEqual(["fr.oat"])
})

test("a long form may stand among other words, but not be cut by one, nor by quotation marks or a field", () => {
  expect(read("prison opioid agonist treatment", "en").wanted).toHaveLength(2)
  expect(read("opioid prison agonist treatment", "en").wanted).toHaveLength(4)
  expect(read('opioid "agonist" treatment', "en").wanted).toHaveLength(3)
  expect(read("opioid title:agonist treatment", "en").wanted).toHaveLength(3)
  expect(read("title:opioid title:agonist title:treatment", "en").wanted).toEqual([
    "title: en.opioid & en.agonist & en.treatment | en.oat",
  ])
})

test("what is left out is left out in both forms, and a word with a hyphen as a whole", () => {
  expect(read("-OAT -Covid-19", "en").unwanted).toEqual([
    "en.oat | en.opioid en.agonist en.treatment",
    "en.covid & en.19",
  ])
})

test.each(acronyms)("$short and $long ask for each other", ({ short, long, locale }) => {
  expect(read(short, locale).wanted).toHaveLength(1)
  expect(read(long, locale).wanted).toHaveLength(1)
  expect(read(short, locale).wanted[0]).toContain(" | ")
  expect(read(long, locale).wanted[0]).toContain(" | ")
})

test("of an acronym both forms are told, whichever is asked for, in the languages that are asked for", () => {
  const cnd = { short: "CND", long: "Commission on Narcotic Drugs", locale: "en" }
  expect(acronymsIn({ q: "cnd 2021" })).toEqual({ acronyms: [cnd] })
  expect(acronymsIn({ q: "commission on narcotic drugs", locale: ["en-GB"] })).toEqual({ acronyms: [cnd] })
  expect(acronymsIn({ q: "CND", locale: ["fr"] })).toEqual({})
  expect(acronymsIn({ q: '"CND"' })).toEqual({})
  expect(acronymsIn({ q: "-CND" })).toEqual({})
  expect(acronymsIn({ q: "who" })).toEqual({})
  expect(acronymsIn({ q: "WHO" })).toEqual({
    acronyms: [{ short: "WHO", long: "World Health Organization", locale: "en" }],
  })
  expect(acronymsIn({})).toEqual({})
})
