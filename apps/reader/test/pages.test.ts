import { formats } from "@pg/formats"
import { describe, expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { withoutOurs } from "./data-blocks.js"
import { fixture, fixtures } from "./fixtures.js"
import { findingsIn } from "./valid-html.js"

const call = fixture("news", "about-1971", {
  relations: [{ rel: "announces", id: fixture("event", "expert-group-2020").id }],
})
const { text } = readerOf([call, ...fixtures.filter((item) => item.id !== call.id)])

const inEachLanguage = (path: string) => [`/en${path}`, `/fr${path}`]
const itemPages = fixtures.flatMap(({ kind, slug }) =>
  inEachLanguage(`/${kind === "news" ? kind : `${kind}s`}/${slug}`),
)
const pages = [
  ...["", "/news", "/events", "/publications", "/search", "/search?q=drug", "/nothing-here"].flatMap(inEachLanguage),
  ...[
    "/follow",
    "/follow?kind=event&type=meeting&topic=hiv,statute&as=csv",
    "/follow?tpoic=x",
    "/news?topic=statute,airports&locale=en,fr&missing=issued,when",
  ].flatMap(inEachLanguage),
  ...["/news?topic=statute&sort=issued&locale=*", "/news?tpoic=statute", "/events?limit=1", "/search?q=zzz"].flatMap(
    inEachLanguage,
  ),
  ...[
    "/agenda",
    "/agenda?when=past&locale=*",
    "/calendar",
    "/calendar/2021-06",
    "/calendar/2021-13",
    "/map?locale=*",
  ].flatMap(inEachLanguage),
  ...itemPages,
]

/** What sending the filters of a page asks for: the values of its fields, without the empty ones. */
function sent(html: string): string[] {
  const fields =
    /<form class="filters".*?<\/form>/.exec(html)![0] + (/<input[^>]* form="filters"[^>]*>/.exec(html)?.[0] ?? "")
  const valueOf = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
  const inputs = [...fields.matchAll(/<input[^>]*>/g)].flatMap(([tag]) =>
    / type="checkbox"/.test(tag) && !/ checked/.test(tag) ? [] : [`${valueOf(tag, "name")}=${valueOf(tag, "value")}`],
  )
  const choices = [...fields.matchAll(/<select[^>]*>.*?<\/select>/g)].map(
    ([tag]) => `${valueOf(tag, "name")}=${valueOf(/<option[^>]* selected[^>]*>/.exec(tag)?.[0] ?? "", "value") ?? ""}`,
  )
  return [...inputs, ...choices].flatMap((field) => {
    const [name = "", values = ""] = field.split("=")
    return values === "" ? [] : values.split(",").map((value) => `${name}=${value}`)
  })
}

test.each(pages)("%s is valid HTML that a browser and a screen reader can rely on", async (path) => {
  expect(await findingsIn(await text(path))).toEqual([])
})

test.each(pages)(
  "%s needs no script but one of our own, brings no style of its own, and is in the language of its address",
  async (path) => {
    const html = await text(path)
    expect(withoutOurs(html)).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:/i)
    expect(html).toMatch(`<html lang="${path.slice(1, 3)}">`)
    expect(html.match(/<h1/g)).toHaveLength(1)
  },
)

test.each(pages)("headings of %s leave no level out", async (path) => {
  const levels = [...(await text(path)).matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
})

test.each(pages)("%s leads with its landmarks in order, and no two navigations have the same name", async (path) => {
  const html = await text(path)
  const landmarks = [...html.matchAll(/<(?:a class="skip"|header class="masthead"|(?:main|footer)\b)/g)].map(
    ([tag]) => /\w+/.exec(tag)?.[0],
  )
  expect(landmarks).toEqual(["a", "header", "main", "footer"])
  const navigations = [...html.matchAll(/<nav\b[^>]*>/g)].map(
    ([tag]) => / aria-label(?:ledby)?="([^"]+)"/.exec(tag)?.[1],
  )
  expect(navigations.length).toBeGreaterThanOrEqual(2)
  expect(navigations).not.toContain(undefined)
  expect(new Set(navigations).size).toBe(navigations.length)
})

describe("a list", () => {
  test("shows items of the page's language, and says how to see all", async () => {
    const html = await text("/fr/news")
    expect(html).toContain("/fr/news/un-statut-revise-pour-le-groupe-pompidou")
    expect(html).not.toContain("/fr/news/revised-statute-adopted")
    expect(html).toContain('href="/fr/news?locale=*"')
    const all = await text("/fr/news?locale=*")
    expect(all).toContain('<bdi lang="en" dir="ltr">Ministers adopt')
  })

  test("says in words what was asked, and leads to the same list without each part of it", async () => {
    const html = await text("/en/news?topic=statute&country=FR&issued=2021-03..2021-06")
    expect(html).toContain("on statute<a")
    expect(html).toContain("in or about France<a")
    expect(html).toContain("published: March–June 2021<a")
    expect(html).toContain('href="/en/news?topic=statute&amp;issued=2021-03..2021-06"')
  })

  test("leads by real links to the next page and back to the first", async () => {
    const first = await text("/en/news?limit=2")
    expect(first).toContain('rel="next" href="/en/news?limit=2&amp;cursor=2"')
    expect(await text("/en/news?limit=2&cursor=2")).toContain('<a href="/en/news?limit=2">Back to the first page</a>')
  })

  test.each(formats)("offers the same as $title", async ({ extension }) => {
    const html = await text("/en/events?topic=airports")
    const suffix = extension === "json" ? "" : `.${extension}` // which the API gives where no format is named
    expect(html).toContain(`href="/api/v1/items${suffix}?kind=event&amp;topic=airports&amp;locale=en"`)
  })

  test("that is empty says whether other languages have something", async () => {
    const html = await text("/fr/events?topic=airports")
    expect(html).toContain("Rien ici ne correspond.")
    expect(html).toContain('href="/fr/events?topic=airports&amp;locale=*"')
  })

  test.each([
    "/en/search?q=a&kind=publication&type=handbook,study&issued=2021&when=2022&limit=5",
    "/en/news?type=call,report&topic=statute,airports&issued=2021&when=2021..2022&missing=issued,when&limit=5",
    "/fr/events?country=FR,DE&body=a,b&locale=en,fr&sort=updated&missing=body,issued&when=2021&issued=2020",
    "/fr/publications?q=a&locale=*&sort=issued&when=2021",
  ])("as %s asks for it is asked for again by its form, all of it and nothing else", async (path) => {
    const { pathname, searchParams } = new URL(path, "https://example.org")
    const html = await text(path)
    expect(html).toContain(`<form class="filters" id="filters" method="get" action="${pathname}">`)
    expect(sent(html).toSorted()).toEqual(
      [...searchParams].flatMap(([name, values]) => values.split(",").map((value) => `${name}=${value}`)).toSorted(),
    )
  })

  test("of another kind's items says the type alone; a search says kind and type", async () => {
    expect(await text("/en/search?q=statute")).toContain('<span class="kind">News</span>')
  })
})

test("a search shows the found words where they stand", async () => {
  expect(await text("/en/search?q=revised")).toContain("Ministers adopt a <mark>revised</mark> statute")
})

describe("an undated item", () => {
  test("is in the list, as undated, with the days between which it must lie", async () => {
    expect(await text("/en/news")).toContain("undated (between 16 April and 7 May 2021)")
    expect(await text("/fr/publications?locale=*")).toContain("sans date (au plus tard le 1er mars 2021)")
    expect(await text("/en/news/a-title-alone")).toContain('<span class="undated">undated</span>')
  })

  test("that is an event without dates says in the list when it was published", async () => {
    const { when: _, ...event } = fixture("event", "expert-group-2020", { issued: "2021-04-01" })
    const html = await readerOf([event]).text("/en/events")
    expect(html).toContain("dates not stated")
    expect(html).toMatch(/published: <time datetime="2021-04-01">/)
  })

  test("has no time element: a machine is not told a day that nobody said", async () => {
    const html = await text("/en/news/children-whose-parents-use-drugs")
    expect(html).not.toContain("<time")
  })
})

describe("an item's page", () => {
  test("gives a range as its two days", async () => {
    expect(await text("/en/events/officers-meet-online")).toContain(
      '<time datetime="2021-06-15">15</time>–<time datetime="2021-06-16">16 June 2021</time>',
    )
  })

  test("says that an event is cancelled before it says when it was to be", async () => {
    expect(await text("/en/events/expert-group-2020")).toMatch(/Cancelled<\/strong> <span class="date">/)
    expect(await text("/fr/events/expert-group-2020")).toContain("Annulé")
  })

  test("leads to all else on its topics, countries and bodies, by their names", async () => {
    const html = await text("/fr/news/revised-statute-adopted")
    expect(html).toContain('<a href="/fr/countries/FR"><bdi>France</bdi></a>')
    expect(html).toContain('<a href="/fr/bodies/committee-of-ministers"><bdi>Comité des Ministres</bdi></a>')
    expect(await text("/fr/publications/etude-sur-les-couts")).toContain('href="/fr/bodies/association-ithaque"')
  })

  test("shows the items that it stands in a relation to, under the relation's name", async () => {
    expect(await text("/en/news/about-1971")).toMatch(
      /<h2>Announces<\/h2>.*Expert group meeting that did not take place/,
    )
  })

  test("in another language says so, and names the page where it is at home", async () => {
    const html = await text("/fr/news/revised-statute-adopted")
    expect(html).toContain('<bdi lang="en" dir="ltr">Ministers adopt')
    expect(html).toContain("Ce texte est en anglais.")
    expect(html).toContain('<link rel="canonical" href="https://newsroom.example.org/en/news/revised-statute-adopted">')
  })

  test("leads to its translation, in the head, in the masthead and beside the text", async () => {
    const html = await text("/en/news/revised-statute-adopted")
    const path = "/fr/news/un-statut-revise-pour-le-groupe-pompidou"
    expect(html).toContain(`<link rel="alternate" hreflang="fr" href="https://newsroom.example.org${path}">`)
    expect(html.split(`href="${path}"`)).toHaveLength(3)
  })

  test("names in its head no version that there is not", async () => {
    const languagesOf = (html: string) =>
      [...html.matchAll(/<link rel="alternate" hreflang="(\w+)"/g)].map(([, tag]) => tag)
    expect(languagesOf(await text("/en/news/revised-statute-adopted"))).toEqual(["en", "fr"])
    expect(languagesOf(await text("/en/news/a-title-alone"))).toEqual(["en"])
    expect(languagesOf(await text("/fr/news/a-title-alone"))).toEqual(["en"])
    expect(await text("/en/news/a-title-alone")).toContain('href="/fr/news/a-title-alone" lang="fr" hreflang="fr"')
    const german = readerOf([fixture("news", "a-title-alone", { locale: "de" })])
    expect(languagesOf(await german.text("/en/news/a-title-alone"))).toEqual([])
    expect(languagesOf(await text("/en/news"))).toEqual(["en", "fr"])
  })

  test("gives files their type, size and language", async () => {
    const path = "/publications/handbook-on-therapeutic-communities-in-prisons"
    expect(await text(`/en${path}`)).toContain("PDF, 1.2 MB, English")
    expect(await text(`/fr${path}`)).toMatch(/PDF, 1,2\sMo, anglais/)
  })

  test("marks in its source what each field was read from", async () => {
    const html = await text("/en/events/officers-meet-online")
    expect(html).toContain(
      '<li value="5"><mark><span class="field" lang="en">takes place</span>15-16 june 2021</mark> ',
    )
    expect(html).toContain('meeting in the heading <q lang="en" dir="ltr">MEETING</q>')
  })

  test("shows the first lines of a long source, and says that the rest is in the data", async () => {
    const item = fixture("event", "officers-meet-online")
    const source = { ...item.source!, text: `${item.source!.text}${"A line.\n".repeat(1000)}` }
    const { text: textOf } = readerOf([fixture("event", "officers-meet-online", { source })])
    const html = await textOf("/en/events/officers-meet-online")
    expect(html.match(/<li value=/g)).toHaveLength(200)
    expect(html).toContain(`first 200 lines; the rest is in the data: <a href="/api/v1/items/${item.id}">JSON</a>`)
    expect(await textOf("/fr/events/officers-meet-online")).toContain("Voici les 200 premières lignes")
    expect(await text("/en/events/officers-meet-online")).not.toContain("the rest is in the data")
  })
})

describe("the home page", () => {
  test("shows what is coming up by the day on which it is asked", async () => {
    expect(await text("/en")).toContain("Coming up")
  })

  test("in a language that has nothing shows what there is, and says so", async () => {
    const { text: textOf } = readerOf([fixture("news", "revised-statute-adopted")])
    const html = await textOf("/fr")
    expect(html).toContain("voici ce qu’il y a dans d’autres langues")
    expect(html).toContain('<bdi lang="en" dir="ltr">Ministers adopt')
  })

  test.each([
    ["items of its language", fixtures],
    ["items of another language only", fixtures.filter((item) => item.locale === "en")],
    ["one item", [fixture("news", "revised-statute-adopted")]],
  ])("of %s leads to no empty list", async (_, items) => {
    const { text: textOf } = readerOf(items)
    const main = /<main.*<\/main>/s.exec(await textOf("/fr"))![0]
    const lists = [...main.matchAll(/href="(\/fr\/(?:news|events|publications|search)(?:\?[^"]*)?)"/g)]
    expect(lists.length).toBeGreaterThan(0)
    for (const [, path = ""] of lists) expect(await textOf(path.replaceAll("&amp;", "&")), path).toContain("<article")
  })

  test("of an empty archive says that there is nothing yet", async () => {
    expect(await readerOf([]).text("/en")).toContain("Nothing has been published here yet.")
  })
})

test("a list that is empty because a filter is misspelt offers the spelling that was meant", async () => {
  const unmatched = [{ parameter: "topic" as const, value: "statuet", suggestion: "statute" }]
  const empty = readerOf([], { find: async () => ({ items: [], total: 0, unmatched }) })
  const html = await empty.text("/en/news?topic=statuet&locale=*")
  expect(html).toMatch(/<a [^>]*href="[^"]*topic=statute[^"]*"[^>]*>did you mean “statute”\?/)
})

test("a search says of an acronym that its two forms were looked for", async () => {
  const acronyms = [{ short: "CND", long: "Commission on Narcotic Drugs", locale: "en" }]
  const searched = readerOf([], { find: async () => ({ items: [], total: 0, acronyms }) })
  expect(await searched.text("/en/search?q=CND")).toContain(
    "“CND” and “Commission on Narcotic Drugs” count as the same.",
  )
})

test.each([
  "/en/news?issued=2021&locale=*",
  "/fr/events?when=2021&issued=2021&locale=*",
  "/en/search?q=drug",
  "/en/follow",
])("the form of %s has one control for each thing that it asks, to be seen or not", async (path) => {
  const [form = ""] = /<form class="filters".*?<\/form>/.exec(await text(path)) ?? []
  const names = [...form.matchAll(/<(?:input|select)\b[^>]* name="([^"]+)"/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(3)
  expect(new Set(names).size).toBe(names.length)
})

test("the filters of a list of all languages are in the page's", async () => {
  const facet = (name: "topic" | "body", value: string, label: string) => ({
    name,
    values: [{ value, label, count: 1, countIfChosen: 1 }],
    more: 0,
  })
  const facets = [facet("topic", "drug-policy", "drug policy"), facet("body", "les-amis", "Les Amis")]
  const counted = readerOf([], { find: async () => ({ items: [], total: 1, facets }) })
  const html = await counted.text("/fr/news?locale=*")
  expect(html).toContain("<bdi>politique des drogues</bdi>")
  expect(html).toContain("<bdi>Les Amis</bdi>")
})
