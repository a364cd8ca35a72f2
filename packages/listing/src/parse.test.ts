import { InvalidInput } from "@pg/domain"
import { expect, test } from "vitest"
import { parseListing, parseListingInSteps } from "./parse.js"
import { reprint } from "./reprint.js"

const options = { source: "a newsroom", retrievedAt: "2021-09-10T12:00:00Z" }
const block = (title: string, dateline: string, teaser: string) =>
  `${title}\n\n${dateline}\n\n${teaser}\n\nRead More\n\n`
const parse = (text: string, more: object = {}) => parseListing(text, { ...options, ...more })
const codes = (text: string) => parse(text).issues.map(({ code }) => code)

test("a text with nothing in it has no items and no issues, and one with no item in it is an issue as a whole", () => {
  expect(parse("")).toEqual({ items: [], issues: [] })
  expect(parse(" \r\n\u00a0\n")).toEqual({ items: [], issues: [] })
  expect(parse("\n  Page not found \n")).toMatchObject({
    items: [],
    issues: [{ line: 2, column: 3, code: "residue", text: "Page not found" }],
  })
})

test("a listing is read in steps of no more than an item, to the same end", () => {
  const text = Array.from({ length: 50 }, (_, n) => block(`Title ${n}`, "16 June 2021", "The teaser...")).join("")
  const steps = parseListingInSteps(text, options)
  let taken = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      expect(step.value).toEqual(parse(text))
      break
    }
    taken++
  }
  expect(taken).toBeGreaterThanOrEqual(50)
})

test("options that could not stand in an item are wrong before any text is read", () => {
  expect(() => parseListing("", { ...options, source: "" })).toThrow(InvalidInput)
  expect(() => parse("", { retrievedAt: "yesterday" })).toThrow(/retrievedAt/)
  expect(() => parse("", { sourceUrl: "javascript:alert(1)" })).toThrow(/sourceUrl: must be an http or https address/)
  expect(() => parse("", { locale: "English" })).toThrow(/locale/)
})

test("an item keeps its id when its teaser or place is corrected, and gets another with another date, title or source", () => {
  const idOf = (text: string, more: object = {}) => parse(text, more).items[0]?.id
  const id = idOf(block("A title", "16 June 2021 Strasbourg", "The teaser..."))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/)
  expect(idOf(block("A title", "Vienna, 16 June 2021", "The teaser, corrected..."))).toBe(id)
  expect(idOf(block("A title", "17 June 2021 Strasbourg", "The teaser..."))).not.toBe(id)
  expect(idOf(block("A new title", "16 June 2021 Strasbourg", "The teaser..."))).not.toBe(id)
  expect(idOf(block("A title", "16 June 2021 Strasbourg", "The teaser..."), { source: "another" })).not.toBe(id)
})

test("an item's id does not depend on whether its date was taken for the event's, which its neighbours decide", () => {
  const open = block("An open day", "1 July 2021", "Doors open at nine...")
  const [alone] = parse(open).items
  const { items } = parse(block("News", "16 June 2021", "...") + open + block("Old news", "21 May 2021", "..."))
  expect([alone, items[1]]).toMatchObject([{ issued: "2021-07-01" }, { when: { start: "2021-07-01" } }])
  expect(items[1]?.id).toBe(alone?.id)
})

test("a given language goes before what the words show", () => {
  const french =
    "Un titre pour les lecteurs\n\n16 juin 2021\n\nUn texte pour les lecteurs du site...\n\nLire la suite\n"
  expect(parse(french).items[0]?.locale).toBe("fr")
  expect(parse(french, { locale: "fr-CH" }).items[0]?.locale).toBe("fr-CH")
})

test("where nothing shows the language, English is assumed and said to be", () => {
  const { items, issues } = parse("Xyzzy\n\nPlugh plover...\n\nXyzzy\n\n16.06.2021\n\nPlugh...\n")
  expect(items.map(({ locale }) => locale)).toEqual(["en"])
  expect(issues.map(({ code }) => code)).toContain("unknown-language")
})

test("a title of another script has a slug of that script, and one of no letters the kicker's or the id", () => {
  expect(parse(block("Україна", "16 June 2021", "...")).items[0]?.slug).toBe("україна")
  expect(parse(`The kicker\n\n${block("???", "16 June 2021", "...")}`).items[0]?.slug).toBe("the-kicker")
  const [item] = parse(block("???", "16 June 2021", "...")).items
  expect(item?.slug).toBe(item?.id)
})

test("a heading or teaser beyond the limit is cut at a word, its rest is an issue, and the listing is given back whole", () => {
  const text = block("long ".repeat(1200), "16 June 2021", "longer ".repeat(3000))
  const { items, issues } = parse(text)
  expect(items[0]?.title.length).toBeLessThanOrEqual(5000)
  expect(items[0]?.title).toMatch(/long$/)
  expect(items[0]?.summary?.length).toBeLessThanOrEqual(20_000)
  expect(issues.map(({ code }) => code)).toEqual(["too-long", "too-long"])
  expect(issues[0]!.text.length + items[0]!.title.length + 1).toBe("long ".repeat(1200).trim().length)
  expect(reprint(items)).toBe(text)
})

test("a word beyond the limit is cut, but no character in two", () => {
  const [item] = parse(block(`a${"😀".repeat(3000)}`, "16 June 2021", "...")).items
  expect(item?.title.length).toBe(4999)
  expect(item?.title.isWellFormed()).toBe(true)
})

test("text beyond what one item's source can hold is kept by its neighbours, so that nothing is lost", () => {
  const small = block("A title", "16 June 2021", "The teaser...")
  const large = block("Another", "15 June 2021", `${"much text ".repeat(150_000)}\n\nand more`)
  const { items, issues } = parse(small + large + small)
  expect(items.every(({ source }) => source!.text.length <= 1_000_000)).toBe(true)
  expect(reprint(items)).toBe(small + large + small)
  expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(["too-long", "duplicate"]))
})

test("text beyond what all items can hold together is an issue in full", () => {
  const text = block("A title", "16 June 2021", "x".repeat(2_500_000))
  const { items, issues } = parse(text)
  const [lost] = issues.filter(({ line, column, code }) => line === 1 && column === 1 && code === "too-long")
  expect(lost!.text + reprint(items)).toBe(text)
})

test("separators with nothing between them are one issue, and stay in the text of the item after them", () => {
  const text = `Read More\n\nRead More\n${block("A title", "16 June 2021", "The teaser...")}`
  const { items, issues } = parse(text)
  expect(issues).toMatchObject([{ line: 1, code: "no-title", text: "Read More\n\nRead More" }])
  expect(items[0]?.source?.text).toBe(text)
})

test("a fourth heading is no field's, and is said to be", () => {
  const text = `One\n\nTwo\n\nThree\n\n${block("Four", "16 June 2021", "The teaser...")}`
  expect(parse(text).items[0]).toMatchObject({ kicker: "One", title: "Two", subtitle: "Three" })
  expect(parse(text).issues).toMatchObject([{ line: 7, code: "residue", text: "Four" }])
})

test("a publication keeps the languages that it is in; for other items that line is said to be left", () => {
  const withLanguages = (title: string) => `${title}\n\n16 June 2021\n\nEN | FR\n\nThe teaser...\n\nRead More\n`
  expect(parse(withLanguages("New handbook")).items[0]).toMatchObject({
    languages: ["en", "fr"],
    summary: "The teaser...",
  })
  expect(codes(withLanguages("New handbook"))).toEqual([])
  expect(codes(withLanguages("A notice"))).toEqual(["residue"])
})

test("days that stand apart are kept as first and last, and said to be", () => {
  const text = block("Two afternoons", "15 and 20 June 2021", "The teaser...")
  expect(parse(text).items[0]).toMatchObject({ when: { start: "2021-06-15", end: "2021-06-20" } })
  expect(codes(text)).toEqual(["partial-date"])
})

test("a publication's own date may stand in its title; it stays the day of issue", () => {
  const [item] = parse(block("New report of 16 June 2021 published", "16 June 2021", "The teaser...")).items
  expect(item).toMatchObject({ kind: "publication", issued: "2021-06-16" })
})

test("what has an event's days is no publication, whatever its heading names, because a publication has none", () => {
  const [item] = parse(block("New report presented", "15-16 June 2021 online", "The teaser...")).items
  expect(item).toMatchObject({ kind: "news", when: { start: "2021-06-15", end: "2021-06-16" } })
})

test("a dateline that cannot be read is reported, whatever it made a title of", () => {
  for (const dateline of [
    "15 June 2021 25:00",
    "May 2021 10:00",
    "15-16 June and 20-21 July 2021",
    "Summer 2021",
    "Q4 2021",
    "to be confirmed",
  ])
    expect(codes(block("A notice", dateline, "The teaser of this notice is long enough to be read as text."))).toEqual([
      "unread-dateline",
    ])
})

test("a publication has no field for how to attend, so that the words are reported and no span claims them", () => {
  const { items, issues } = parse(block("New handbook released", "16 June 2021", "The handbook..."))
  expect([items[0]?.kind, issues]).toEqual(["publication", []])
  for (const item of parse(block("New handbook released", "Online", "The handbook...")).items)
    expect("eventAttendanceMode" in item).toBe("eventAttendanceMode" in item.source!.spans)
})
