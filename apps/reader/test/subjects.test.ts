import { type Facet, type FacetName, type Item, type ItemQuery, kindOf, toSlug } from "@pg/domain"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixtures } from "./fixtures.js"
import { findingsIn } from "./valid-html.js"

/** How items are counted is proved where the archive is a real one, in the newsroom's own tests: here it is enough that they are. */
const { ask, text } = readerOf(fixtures, {
  find: async (query: ItemQuery) => {
    const found = fixtures.filter((item) => isIn(item, query))
    return {
      items: found.slice(0, query.limit ?? 20),
      total: found.length,
      facets: (query.facets ?? []).map((name) => facetOf(name, query)),
    }
  },
})

const valuesIn: Record<FacetName, (item: Item) => readonly string[]> = {
  kind: ({ kind }) => [kind],
  type: ({ type }) => [type ?? []].flat(),
  topic: ({ topics }) => topics,
  country: ({ countries }) => countries,
  body: ({ bodies }) => bodies.map(toSlug),
  person: (item) => [...item.people, ...kindOf(item).people(item)].map(toSlug),
  series: ({ series }) => [series?.id ?? []].flat(),
  locale: ({ locale }) => [locale],
  "issued.year": () => [],
  "issued.month": () => [],
  "when.year": () => [],
  "when.month": () => [],
  missing: () => [],
}

const isIn = (item: Item, query: ItemQuery): boolean =>
  (["kind", "topic", "country", "body", "person", "series", "locale"] as const).every(
    (name) => query[name]?.some((value) => valuesIn[name](item).includes(value)) ?? true,
  ) &&
  (query.missing?.every((field) => item[field as keyof Item] === undefined) ?? true)

function facetOf(name: FacetName, query: ItemQuery): Facet {
  const all = fixtures.filter((item) => isIn(item, { ...query, [name]: undefined })).flatMap(valuesIn[name])
  const found = fixtures.filter((item) => isIn(item, query)).flatMap(valuesIn[name])
  const countIn = (values: readonly string[], value: string) => values.filter((one) => one === value).length
  const values = [...new Set(all)].map((value) => ({
    value,
    count: countIn(found, value),
    countIfChosen: countIn(all, value),
  }))
  return { name, values, more: name === "person" ? 7 : 0 }
}

const series = fixtures.flatMap((item) => item.series?.id ?? [])[0] ?? ""
const person = toSlug(fixtures.flatMap(({ people }) => people)[0] ?? "")
const paths = [
  "/topics",
  "/countries",
  "/bodies",
  "/people",
  "/series",
  "/topics/airports",
  "/topics/gender",
  "/countries/FR",
  "/countries/JP",
  "/bodies/pompidou-group",
  "/bodies/association-ithaque",
  `/people/${person}`,
  `/series/${series}`,
  "/about",
  "/accessibility",
  "/privacy",
].flatMap((path) => [`/en${path}`, `/fr${path}`])

test.each(paths)("%s is valid, light HTML without script, with headings in order", async (path) => {
  const response = await ask(path)
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(await findingsIn(html)).toEqual([])
  expect(html).not.toMatch(/<script|<style|\sstyle=/i)
  const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  expect(gzipSync(html).length).toBeLessThanOrEqual(30_000)
  expect(html).toContain(`href="/${path.startsWith("/en") ? "fr" : "en"}${path.slice(3)}" lang=`)
  const isNoindex = html.includes('<meta name="robots" content="noindex">')
  expect(html.includes(`<link rel="canonical" href="https://newsroom.example.org${path}">`)).toBe(!isNoindex)
})

test("a subject's page has one address, in the right letters", async () => {
  for (const [asked, right] of [
    ["/en/countries/fr", "/en/countries/FR"],
    ["/fr/topics/Drug-Policy?x=1", "/fr/topics/drug-policy?x=1"],
  ] as const) {
    const response = await ask(asked)
    expect([response.status, response.headers.get("location")]).toEqual([301, right])
  }
})

test("the feed and the calendar of a subject are of that and of the page's language", async () => {
  const html = await text("/en/topics/airports")
  expect(html).toMatch(
    /<link rel="alternate" type="application\/atom\+xml"[^>]* href="[^"]*topic=airports&amp;locale=en"/,
  )
  expect(html).toContain('href="/api/v1/items.ics?kind=event&amp;topic=airports&amp;locale=en" type="text/calendar"')
})

test("a subject of a vocabulary says what it covers, and that nothing is on it yet, in a page that nobody is sent to", async () => {
  const html = await text("/fr/topics/gender")
  expect(html).toContain("<h1><bdi>Genre</bdi></h1>")
  expect(html).toContain("En quoi la consommation de drogues")
  expect(html).toContain("Rien n’est encore publié à ce sujet.")
  expect(html).toContain('<meta name="robots" content="noindex">')
})

test("a subject that items of another language alone are on shows those, and says so", async () => {
  const html = await text("/fr/topics/airports")
  expect(html).toContain("voici ce qu’il y a dans d’autres langues")
  expect(html).toContain('<bdi lang="en" dir="ltr">Officers meet online</bdi>')
  expect(html).toContain('href="/fr/events?topic=airports&amp;locale=*"')
})

test("what nobody names is not there", async () => {
  for (const path of ["/en/topics/x", "/en/people/nobody", "/fr/series/none", "/en/countries/XQ", "/en/topics/%00"])
    expect((await ask(path)).status, path).toBe(404)
})

test("an index says how many more there are than it can name", async () => {
  expect(await text("/en/people")).toContain("There are 7 more")
})

test("a page of texts names whom to write to where that is known, and sets French as it is set", async () => {
  expect(await text("/en/privacy")).not.toContain("mailto:")
  const html = await text("/fr/about")
  expect(html.replace(/<[^>]*>/g, "")).not.toMatch(/ [;:!?»]|« /)
  expect(html).toContain("«\u00a0sans date\u00a0»")
})
