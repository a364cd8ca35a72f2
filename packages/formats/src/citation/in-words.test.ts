import { type Item, parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { exampleOf } from "../../test/examples.js"
import { citeInWords } from "./in-words.js"

const itemUrl = ({ slug }: Item) => `https://example.org/${slug}`
const cite = (item: Item, locale: "en" | "fr" = "en", genre?: string) =>
  citeInWords(item, { itemUrl, locale, genre })
    .map(({ text, isTitle }) => (isTitle ? `*${text}*` : text))
    .join("")

const base = { id: "9930408a-737a-5a52-abe2-8a8747d1bbd6", locale: "en", slug: "x", title: "A title" }
const news = (said: object) => parseItem({ ...base, kind: "news", ...said })
const event = (said: object) => parseItem({ ...base, kind: "event", ...said })
const publication = (said: object) => parseItem({ ...base, kind: "publication", ...said })

test("news is by the Pompidou Group, of its day, at its page", () => {
  expect(cite(news({ issued: "2021-06-16" }))).toBe("Pompidou Group. (2021, June 16). *A title*. https://example.org/x")
  expect(cite(news({ issued: "2021-06-01", locale: "fr", title: "Un titre\u00a0!" }), "fr")).toBe(
    "Groupe Pompidou. (2021, 1er juin). *Un titre\u00a0!* https://example.org/x",
  )
})

test("what nobody dated has no date, whatever days it lies between", () => {
  expect(cite(news({ issuedBounds: "2021-04-16/2021-05-07" }))).toContain("(n.d.)")
  expect(cite(news({}), "fr")).toContain("(s.d.)")
  expect(cite(event({ issued: "2021-06-16" }))).toContain("(n.d.)")
})

test.each([
  ["2021-06", "2021, June", "2021, juin"],
  ["2021", "2021", "2021"],
  ["1971~", "ca. 1971", "vers 1971"],
  ["2021-06-15/2021-06-16", "2021, June 15–16", "2021, 15–16 juin"],
  ["2021-06-30/2021-07-02", "2021, June 30 – July 2", "2021, 30 juin – 2 juillet"],
  ["2021-06/2021-07", "2021, June–July", "2021, juin–juillet"],
  ["2021-12-31/2022-01-02", "2021, December 31 – 2022, January 2", "2021, 31 décembre – 2022, 2 janvier"],
  ["2021-06-15/..", "2021, June 15–", "2021, 15 juin–"],
])("%s is as exact in a citation as it was said", (issued, inEnglish, inFrench) => {
  expect(cite(news({ issued }))).toContain(`(${inEnglish}).`)
  expect(cite(news({ issued }), "fr")).toContain(`(${inFrench}).`)
})

test("what takes place is by who holds it, of its own days, with its sort, its place and what became of it", () => {
  const meeting = event({
    when: { start: "2021-06-15", end: "2021-06-16" },
    issued: "2021-05-01",
    organisers: ["pompidou-group", "INTERPOL"],
    location: { city: "Strasbourg", country: "FR" },
    eventStatus: "EventCancelled",
  })
  expect(cite(meeting, "en", "symposium")).toBe(
    "Pompidou Group, & INTERPOL. (2021, June 15–16). *A title* [symposium, cancelled]. Strasbourg, France. https://example.org/x",
  )
})

test("what is remarked of an item is in the language of the text that cites, whatever the item's", () => {
  const cancelled = { eventStatus: "EventCancelled" }
  expect(cite(event(cancelled), "fr", "réunion")).toContain("*A title* [réunion, annulé].")
  expect(cite(event({ ...cancelled, locale: "fr" }), "en", "meeting")).toContain("*A title* [meeting, cancelled].")
})

test("a publication has its year, its edition and number, and its publisher where that did not write it", () => {
  expect(cite(exampleOf("publication/handbook"))).toBe(
    "Pompidou Group. (2021). *Handbook on therapeutic communities in prisons: For those who plan and run them* " +
      "(2nd edition; P-PG(2021)4rev2). Council of Europe. https://doi.org/10.1000/example.1",
  )
  const own = { contributors: [{ name: "Council of Europe", type: "Organization" }], publisher: "Council of Europe" }
  expect(cite(publication(own))).toBe("Council of Europe. (n.d.). *A title*. https://example.org/x")
})

test("people are cited by family name and initials, where whoever wrote them down told these apart", () => {
  const people = (...names: string[]) => publication({ contributors: names.map((name) => ({ name, type: "Person" })) })
  expect(cite(people("Example, Ana Marie", "Exemple, Jean-Paul"))).toMatch(/^Example, A\. M\., & Exemple, J\.-P\. \(n/)
  expect(cite(people("Example, Ana", "Ben Sample"), "fr")).toMatch(/^Example, A\. et Ben Sample\. \(s/)
  expect(cite(people(...Array.from({ length: 25 }, (_, index) => `N${index}`)))).toMatch(/N18, … N24\. \(/)
})

test("a publication of editors is theirs, and one of nobody begins with its title", () => {
  const editors = [{ name: "Example, Ana", type: "Person", role: "editor" }]
  expect(cite(publication({ contributors: editors, issued: "2017" }))).toMatch(/^Example, A\. \(Ed\.\)\. \(2017\)\. /)
  expect(cite(publication({ contributors: editors }), "fr")).toMatch(/^Example, A\. \(dir\.\)\. \(s\.d\.\)\. /)
  expect(cite(publication({ issued: "2017" }))).toBe("*A title*. (2017). https://example.org/x")
})
