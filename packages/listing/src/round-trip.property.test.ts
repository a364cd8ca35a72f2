import type { Item } from "@pg/domain"
import fc from "fast-check"
import { expect, test } from "vitest"
import { parseListing } from "./parse.js"

type Day = { year: number; month: number; day: number }
type Style = {
  locale: string
  separator: string
  title: string
  teaser: string
  days: ((day: Day) => string)[]
  ranges: ((first: Day, last: Day) => string)[]
  places: [written: string, city: string, country: string][]
  online: string[]
}

const names = (locale: string, style: "long" | "short", { year, month, day }: Day) =>
  new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC" }).format(Date.UTC(year, month - 1, day))
const weekday = (locale: string, { year, month, day }: Day) =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(year, month - 1, day))
const whole = (locale: string, day: Day) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(
    Date.UTC(day.year, day.month - 1, day.day),
  )
const two = (number: number) => String(number).padStart(2, "0")
const numeric = (mark: string) => (day: Day) => [two(day.day), two(day.month), day.year].join(mark)

/** Months and days are written by the platform (CLDR), so that our own lists do not vouch for themselves. */
const styles: Style[] = [
  {
    locale: "en",
    separator: "Read More",
    title: "What the neighbours said",
    teaser: "It was said in the evening and it was written down by those who are there for that and then it was cut...",
    days: [
      (day) => `${day.day} ${names("en", "long", day)} ${day.year}`,
      (day) => `${day.day} ${names("en", "long", day).toLowerCase()} ${day.year}`,
      (day) => `${weekday("en", day)}, ${day.day} ${names("en-GB", "short", day)} ${day.year}`.toUpperCase(),
      (day) => whole("en-US", day),
      numeric("/"),
    ],
    ranges: [
      (first, last) =>
        `${first.day} ${names("en", "long", first)} ${first.year} – ${last.day} ${names("en", "long", last)} ${last.year}`,
      (first, last) => `from ${whole("en-GB", first)} to ${whole("en-GB", last)}`,
    ],
    places: [
      ["Strasbourg, France", "Strasbourg", "FR"],
      ["vienna", "Vienna", "AT"],
      ["The Hague (Netherlands)", "The Hague", "NL"],
    ],
    online: ["online", "Online event", "(virtual meeting)"],
  },
  {
    locale: "fr",
    separator: "Lire la suite",
    title: "Ce que les voisins ont dit",
    teaser:
      "Cela a été dit dans la soirée et noté par ceux qui sont là pour cela, et le texte est coupé après un mot...",
    days: [
      (day) => whole("fr", day),
      (day) => `le ${day.day === 1 ? "1er" : day.day} ${names("fr", "long", day)} ${day.year}`,
      (day) => `${weekday("fr", day)} ${day.day} ${names("fr", "short", day)} ${day.year}`,
      numeric("."),
    ],
    ranges: [(first, last) => `du ${whole("fr", first)} au ${whole("fr", last)}`],
    places: [
      ["Genève (Suisse)", "Genève", "CH"],
      ["LISBONNE", "Lisbonne", "PT"],
    ],
    online: ["en ligne", "par visioconférence"],
  },
  {
    locale: "es",
    separator: "Leer más",
    title: "Lo que dijeron los vecinos",
    teaser:
      "Se dijo por la tarde y lo escribieron los que están para eso, y el texto se ha cortado después de una palabra...",
    days: [(day) => whole("es", day), (day) => `${weekday("es", day)} ${whole("es", day)}`, numeric("/")],
    ranges: [(first, last) => `del ${whole("es", first)} al ${whole("es", last)}`],
    places: [
      ["Estrasburgo", "Estrasburgo", "FR"],
      ["Viena (Austria)", "Viena", "AT"],
    ],
    online: ["en línea", "videoconferencia"],
  },
  {
    locale: "de",
    separator: "Weiterlesen",
    title: "Was die Nachbarn sagten",
    teaser:
      "Das wurde am Abend gesagt und von denen, die für so etwas da sind, auch aufgeschrieben und dann gekürzt...",
    days: [(day) => whole("de", day), (day) => `${weekday("de", day)}, den ${whole("de", day)}`, numeric(".")],
    ranges: [
      (first, last) => `vom ${whole("de", first)} bis zum ${whole("de", last)}`,
      (first, last) => `${numeric(".")(first)}–${numeric(".")(last)}`,
    ],
    places: [
      ["Straßburg", "Straßburg", "FR"],
      ["Wien, Österreich", "Wien", "AT"],
    ],
    online: ["online", "Videokonferenz"],
  },
  {
    locale: "it",
    separator: "Leggi tutto",
    title: "Quello che i vicini hanno detto",
    teaser:
      "Lo hanno detto di sera e lo hanno scritto quelli che sono lì per questo, e il testo è tagliato dopo una parola...",
    days: [(day) => whole("it", day), (day) => `${weekday("it", day)} ${whole("it", day)}`, numeric("/")],
    ranges: [(first, last) => `dal ${whole("it", first)} al ${whole("it", last)}`],
    places: [
      ["Roma (Italia)", "Roma", "IT"],
      ["Parigi", "Parigi", "FR"],
    ],
    online: ["online", "in videoconferenza"],
  },
]

const edtf = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`
const dayAt = (days: number): Day => {
  const date = new Date(Date.UTC(1990, 0, 1) + days * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
const pick = fc.nat({ max: 999 })
const of = <Value>(values: readonly Value[], number: number): Value => values[number % values.length]!

/** One item: what it should say, and the block that says it. */
const entry = (style: Style) =>
  fc
    .record({
      at: fc.nat({ max: 20_000 }),
      length: fc.integer({ min: 1, max: 400 }),
      form: pick,
      place: pick,
      how: pick,
      order: pick,
    })
    .map(({ at, length, form, place, how, order }) => {
      const [first, last] = [dayAt(at), dayAt(at + length)]
      const isRange = how % 4 === 0
      const isOnline = how % 4 === 1
      const hasPlace = how % 4 !== 1 && how % 3 !== 0
      const [written, city, country] = of(style.places, place)
      const date = isRange ? of(style.ranges, form)(first, last) : of(style.days, form)(first)
      const where = isOnline ? of(style.online, place) : hasPlace ? written : ""
      const line = (order % 2 === 0 ? [date, where] : [where, date]).filter(Boolean).join(order % 3 === 0 ? ", " : " ")
      return {
        at,
        line,
        says: {
          ...(isRange || isOnline
            ? { when: { start: edtf(first), ...(isRange && { end: edtf(last) }) } }
            : { issued: edtf(first) }),
          ...(hasPlace && !isOnline && { location: { city, country } }),
          ...(isOnline && { eventAttendanceMode: "OnlineEventAttendanceMode" }),
        },
      }
    })

const listing = fc.constantFrom(...styles).chain((style) =>
  fc
    .tuple(fc.array(entry(style), { minLength: 1, maxLength: 12 }), fc.constantFrom("\n\n", "\n", "\r\n\r\n"))
    .map(([entries, gap]) => {
      const sorted = entries.toSorted((a, b) => b.at - a.at)
      const blocks = sorted.map(({ line }, number) =>
        [`${style.title} (${number})`, line, style.teaser, style.separator].join(gap),
      )
      return { style, sorted, text: blocks.join(gap) }
    }),
)

test("a listing made of known dates and places says just these, in each language and form", () => {
  fc.assert(
    fc.property(listing, ({ style, sorted, text }) => {
      const { items, issues } = parseListing(text, { source: "made up", retrievedAt: "2099-12-31T12:00:00Z" })
      expect(issues).toEqual([])
      expect(items.map(said)).toEqual(
        sorted.map(({ says }, number) => ({
          locale: style.locale,
          title: `${style.title} (${number})`,
          summary: style.teaser,
          ...says,
        })),
      )
    }),
    { numRuns: 800 },
  )
})

/** What an item says of what the listing was made from. */
function said(item: Item): object {
  const { locale, title, summary, issued } = item
  const { when, location, eventAttendanceMode } = item.kind === "publication" ? {} : item
  const fields = { locale, title, summary, issued, when, location, eventAttendanceMode }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
