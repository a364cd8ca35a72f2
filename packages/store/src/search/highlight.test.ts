import fc from "fast-check"
import { expect, test } from "vitest"
import { idOf, news } from "../../test/items.js"
import { highlightsOf } from "./highlight.js"

const found = (said: Parameters<typeof news>[1], question: string) =>
  (highlightsOf([news(1, { title: "Untitled", ...said })], question)[idOf(1)] ?? []).map(({ field, text, marks }) => ({
    field,
    text,
    words: marks.map(([from, to]) => text.slice(from, to)),
  }))

test("a found word is marked as it stands there, in whatever form and with its accents", () => {
  expect(
    found({ locale: "fr", title: "L’œuvre des réfugiés", summary: "Un réfugié œuvre." }, "oeuvres refugie"),
  ).toEqual([
    { field: "title", text: "L’œuvre des réfugiés", words: ["œuvre", "réfugiés"] },
    { field: "summary", text: "Un réfugié œuvre.", words: ["réfugié", "œuvre"] },
  ])
})

test("a long text is cut, between words, to where most of the words stand together", () => {
  const body = `Prison. ${"Padding words. ".repeat(80)}Here prison and training stand together. ${"More padding. ".repeat(80)}`
  const [highlight] = found({ body }, "prisons training")
  expect(highlight?.words).toEqual(["prison", "training"])
  expect(highlight?.text.length).toBeLessThanOrEqual(300)
  expect(body).toContain(` ${highlight?.text} `)
})

test("of Markdown the words are shown, not what makes them links, headings and tables", () => {
  const body =
    "# Head\n\n- See [the **prison** report](https://example.org/prison)\n\n| a | b |\n| --- | --- |\n| prison | c |"
  expect(found({ body }, "prison")).toEqual([{ field: "body", text: "See the prison report", words: ["prison"] }])
})

test("of a body the first paragraph is shown that says what neither title nor summary does", () => {
  const said = { title: "Prison", body: "Prison.\n\nTraining, of which there is more.\n\nTraining." }
  expect(found(said, "prison training")).toMatchObject([
    { field: "title", words: ["Prison"] },
    { field: "body", text: "Training, of which there is more.", words: ["Training"] },
  ])
  expect(found(said, "prison")).toHaveLength(1)
})

test("an item that was found by another field has nothing to show", () => {
  expect(found({ people: ["A. Prison"] }, "prison")).toEqual([])
})

test("a text without spaces is cut all the same", () => {
  const [highlight] = found({ locale: "ja", body: `${"あ".repeat(500)} 刑務所 ${"い".repeat(500)}` }, "刑務所")
  expect(highlight?.words).toEqual(["刑務所"])
  expect(highlight?.text.length).toBeLessThanOrEqual(400)
})

test("a phrase is one mark, and its words by themselves are none", () => {
  expect(found({ title: "Drug policy", summary: "A policy on drugs, a drug policy" }, '"drug policies"')).toEqual([
    { field: "title", text: "Drug policy", words: ["Drug policy"] },
    { field: "summary", text: "A policy on drugs, a drug policy", words: ["drug policy"] },
  ])
})

test("what is asked of the title is marked there only, and what is unwanted nowhere", () => {
  expect(found({ title: "Drug policy", summary: "A policy for prisons" }, "title:policy -reform")).toEqual([
    { field: "title", text: "Drug policy", words: ["policy"] },
  ])
})

test("a short form is marked where the long one was asked, and the other way round", () => {
  const said = { title: "OAT", summary: "What opioid agonist treatments are", body: "Treatment" }
  expect(found(said, "OAT").map(({ words }) => words)).toEqual([["OAT"], ["opioid agonist treatments"]])
  expect(found(said, "opioid agonist treatment").map(({ words }) => words)).toEqual([
    ["OAT"],
    ["opioid", "agonist", "treatments"],
  ])
})

test("a short form that is a word too is marked in capitals only", () => {
  const said = { title: "Who is WHO?", summary: "The World Health Organization" }
  expect(found(said, "WHO").map(({ words }) => words)).toEqual([["WHO"], ["World Health Organization"]])
  expect(found(said, "who").map(({ words }) => words)).toEqual([["Who", "WHO"]])
})

test("marks stand one after the other and on words, whatever is asked", () => {
  const words = fc.constantFrom("opioid", "agonist", "treatment", "OAT", "WHO", "who", "drug", "policy", "l’État", "-a")
  const text = fc.array(words, { minLength: 1, maxLength: 90 }).map((parts) => parts.join(" "))
  const question = fc.array(
    fc.oneof(
      words,
      text.map((words) => `"${words}"`),
    ),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(text, question, fc.constantFrom("en", "fr", "de"), (body, q, locale) => {
      for (const { text, marks } of Object.values(highlightsOf([news(1, { body, locale })], q.join(" "))).flat())
        for (const [index, [from, to]] of marks.entries()) {
          expect(from).toBeGreaterThan(marks[index - 1]?.[1] ?? -1)
          expect(text.slice(from, to)).toMatch(/^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/u)
        }
    }),
  )
})
