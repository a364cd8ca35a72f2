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
  expect(found({ body }, "prison")).toEqual([
    { field: "body", text: "Head See the prison report a b prison c", words: ["prison", "prison"] },
  ])
})

test("an item that was found by another field has nothing to show", () => {
  expect(found({ people: ["A. Prison"] }, "prison")).toEqual([])
})

test("a text without spaces is cut all the same", () => {
  const [highlight] = found({ locale: "ja", body: `${"あ".repeat(500)} 刑務所 ${"い".repeat(500)}` }, "刑務所")
  expect(highlight?.words).toEqual(["刑務所"])
  expect(highlight?.text.length).toBeLessThanOrEqual(400)
})
