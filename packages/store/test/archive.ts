import { type Item, type ItemInput, type ItemQuery, missable, sorts } from "@pg/domain"
import fc from "fast-check"
import type { Store } from "../src/index.js"
import { news } from "./items.js"

/** What is said of an item: of every kind, dated to the day, month or year, bounded or undated; some values rare. */
const saidOfItem = fc.record({
  kind: fc.constantFrom("news" as const, "news" as const, "event" as const, "publication" as const),
  locale: fc.constantFrom("en", "en", "en", "fr", "pt-BR"),
  title: fc.constantFrom("Wombats", "Wombats and kiwis", "Kiwis", "Of neither"),
  type: fc.constantFrom(undefined, undefined, "decision", "report"),
  date: fc.date({ min: new Date("2000-01-01"), max: new Date("2004-12-31"), noInvalidDate: true }),
  dated: fc.constantFrom(10, 10, 10, 10, 7, 4, 0),
  lasting: fc.constantFrom("", "", "", "", "", "", "/..", "../", "/2006", "1980/"),
  bounded: fc.constantFrom("", "", "month", "until", "from"),
  topics: fc.uniqueArray(fc.constantFrom("hiv", "prisons", "training", "airports"), { maxLength: 3 }),
  countries: fc.constantFrom<string[][]>([], [], ["FR"], ["FR", "MT"]),
  place: fc.constantFrom(undefined, undefined, "MT", "PT"),
  people: fc.uniqueArray(fc.constantFrom("Ada Wong", "José Núñez", "JOSE NUNEZ", "!!!"), { maxLength: 2 }),
  bodies: fc.constantFrom<string[][]>([], [], ["unodc"], ["Office of the Clerk", "unodc"]),
  series: fc.constantFrom(undefined, undefined, { id: "annual", ordinal: 3 }, { id: "airports" }),
  rare: fc.nat(200),
  when: fc.constantFrom("", "", "days", "sessions"),
})
type Said = typeof saidOfItem extends fc.Arbitrary<infer Value> ? Value : never

/** So many items, always the same. */
export const someItems = (count: number): Item[] =>
  fc.sample(saidOfItem, { numRuns: count, seed: 20_240_501 }).map((said, index) => news(index + 1, inputOf(said)))

function inputOf(said: Said): Partial<ItemInput> {
  const { kind, locale, title, topics, people, rare, place } = said
  const day = said.date.toISOString().slice(0, 10)
  const date = day.slice(0, said.dated)
  const [before = "", after = ""] = said.lasting.startsWith("/") ? ["", said.lasting] : [said.lasting, ""]
  const bounds = { month: `${day.slice(0, 7)}-01/${day.slice(0, 7)}-28`, until: `../${day}`, from: `${day}/..` }
  return {
    kind,
    locale,
    title,
    topics,
    people,
    countries: rare === 0 ? ["LI"] : said.countries,
    bodies: rare < 3 ? ["Office of the Sphinx"] : said.bodies,
    ...(said.type !== undefined && { type: said.type }),
    ...(date !== "" && { issued: before + date + after }),
    ...(said.bounded !== "" && { issuedBounds: bounds[said.bounded] }),
    ...(place !== undefined && { location: { country: place } }),
    ...(said.series && { series: said.series }),
    ...(kind !== "publication" &&
      said.when === "days" && { when: { start: day.slice(0, rare % 2 === 0 ? 7 : 4), end: day } }),
    ...(kind === "event" &&
      (said.when === "sessions" || (said.when === "days" && rare % 3 === 0)) && { sessions: sessionsOn(day) }),
    ...(kind === "publication" && { contributors: contributors }),
  }
}

const sessionsOn = (day: string) => [
  { title: "I", when: { start: day } },
  { title: "Undated" },
  { title: "III", when: { start: `2005-${day.slice(5)}` } },
]

const contributors = [
  { name: "Élise Petit", type: "Person" as const },
  { name: "Petit et Cie", type: "Organization" as const },
]

/** The day of all questions. */
export const today = "2002-07-01"

/** Relevance is an order for questions with words. */
export const sortsByDate = sorts.filter((sort) => sort !== "relevance")

const some = <Value>(...values: Value[]) => fc.subarray(values, { minLength: 1, maxLength: Math.min(3, values.length) })

const filters = {
  kind: some<"news" | "event" | "publication">("news", "event", "publication"),
  type: some("decision", "report", "none"),
  topic: some("hiv", "prisons", "training", "none"),
  country: some("FR", "MT", "LI", "XX"),
  body: some("unodc", "office-of-the-clerk", "office-of-the-sphinx"),
  person: some("ada-wong", "jose-nunez", "elise-petit", "petit-et-cie"),
  series: some("annual", "airports"),
  locale: some("en", "fr", "de", "pt-BR"),
  "not.kind": some<"news" | "event" | "publication">("news", "event", "publication"),
  "not.type": some("decision", "none"),
  "not.topic": some("hiv", "prisons", "none"),
  "not.country": some("FR", "MT"),
  "not.body": some("unodc", "none"),
  "not.person": some("jose-nunez", "elise-petit"),
  "not.series": some("annual", "airports"),
  "not.locale": some("en", "fr"),
  issued: fc.constantFrom("2001", "2002-03..2003-02", "..2000-06-15", "2004-11..", "2003-06-30", "1990..2010"),
  when: fc.constantFrom("2002-06..2002-08", "2004-12..", "..2000-02", "upcoming", "past"),
  updated: fc.constantFrom("2024-05", "2024-05-02", "..2024-05-01", "2024-05-02..2024-05-03", "2025"),
  missing: fc.subarray([...missable], { minLength: 1, maxLength: 3 }),
  q: fc.constantFrom("wombats", "kiwis wombats", "neither", "cassowary"),
}
const names = Object.keys(filters) as (keyof typeof filters)[]

/** Questions with up to so many filters. */
export const questions = (most: number): fc.Arbitrary<ItemQuery> =>
  fc
    .tuple(fc.subarray(names, { maxLength: most }), fc.record(filters))
    .map(([asked, all]) => Object.fromEntries(asked.map((name) => [name, all[name]])))

/** Puts items on three days, by the clocks of several places; gives them as they are stored. */
export async function putOnSeveralDays(store: Store, items: readonly Item[]): Promise<Item[]> {
  const instants = ["2024-05-01T10:00:00Z", "2024-05-03T00:30:00+02:00", "2024-05-03T12:00:00Z"]
  const stored: Item[] = []
  for (const [day, at] of instants.entries()) {
    const ofDay = items.filter((_, index) => index % instants.length === day)
    stored.push(...(await store.putAll(ofDay, { at, by: "test" })).map(({ item }) => item))
  }
  return stored
}
