import { setTimeout } from "node:timers/promises"
import { parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { composed } from "./composed.js"

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`
const shownAs = {
  kind: "event",
  locale: "en",
  title: "A public meeting",
  when: { start: "2024-06-01" },
  topics: ["prisons"],
} as const
const hidden = {
  kind: "event",
  locale: "en",
  title: "Xylophone embargo",
  when: { start: "2024-07-01" },
  topics: ["hiv"],
  countries: ["LI"],
  bodies: ["unodc"],
  people: ["Nobody Yet"],
  type: "webinar",
  relations: [{ rel: "replaces", id: id(1) }],
} as const

/** Everything that anybody may ask, by which something could be told of what is not public. */
const addresses = [
  "/en",
  "/fr",
  "/en/news",
  "/en/events",
  "/en/agenda",
  "/en/calendar",
  "/en/calendar/2024-07",
  "/en/map",
  "/en/search",
  "/en/search?q=xylophone",
  "/en/search?q=xylofone",
  "/en/topics",
  "/en/topics/hiv",
  "/en/countries",
  "/en/countries/LI",
  "/en/people/nobody-yet",
  "/en/events/xylophone-embargo",
  "/en/events/xylophone-embarg",
  "/en/follow?topic=hiv",
  `/items/${id(2)}`,
  "/en/events/a-public-meeting",
  ...[
    "",
    ".json",
    ".ndjson",
    ".csv",
    ".atom",
    ".rss",
    ".feed.json",
    ".ics",
    ".jsonld",
    ".bib",
    ".ris",
    ".csl.json",
    ".md",
  ].map((suffix) => `/api/v1/items${suffix}`),
  "/api/v1/items?q=xylophone",
  "/api/v1/items?q=xylofone",
  "/api/v1/items?topic=hiv",
  "/api/v1/items?missing=issued",
  "/api/v1/items?facets=topic,country,kind,body,type,issued.year",
  "/api/v1/items?include=relations",
  "/api/v1/items?sort=-updated",
  "/api/v1/items.atom?feed=changes",
  "/api/v1/suggest?q=xyl",
  "/api/v1/suggest?q=embar",
  `/api/v1/items/${id(1)}`,
  `/api/v1/items/${id(2)}`,
  `/api/v1/items/${id(2)}.ics`,
  `/api/v1/items/${id(2)}/changes`,
  `/api/v1/items/${id(2)}/linkset.json`,
  `/api/v1/items/${id(1)}/linkset.json`,
  "/api/v1/events/xylophone-embargo",
  "/api/v1/vocabularies",
  "/api/v1/vocabularies/topics",
  "/api/v1/changes",
  "/api/v1/snapshot.ndjson",
  "/sitemap.xml",
  "/sitemap-news.xml",
  "/api/oai?verb=ListIdentifiers&metadataPrefix=oai_dc",
  "/api/oai?verb=ListSets",
  `/api/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:newsroom.example.org:${id(2)}`,
]

test("who waits for news is not woken by what is not public", async () => {
  const { store, ask } = await composed()
  const waiting = ask("/api/v1/changes?wait=1")
  const begun = performance.now()
  await setTimeout(100)
  const item = parseItem({ id: id(2), kind: "news", locale: "en", slug: "secret", title: "Secret" })
  await store.revise(item.id, () => ({ item, change: { at: "2024-05-01T11:00:00Z", by: "test", action: "edit" } }))
  expect(await (await waiting).json()).toMatchObject({ changes: [] })
  expect(performance.now() - begun).toBeGreaterThan(900)
})

test("whatever is drafted, reviewed, scheduled, or removed before it was public changes no answer to anybody", async () => {
  const { store, ask } = await composed()
  await store.put(parseItem({ id: id(1), slug: "a-public-meeting", ...shownAs }), {
    at: "2024-05-01T10:00:00Z",
    by: "test",
  })
  const answers = async () =>
    Object.fromEntries(
      await Promise.all(
        addresses.map(async (path) => {
          const response = await ask(path)
          const text = (await response.text())
            .replace(/<responseDate>.*?<\/responseDate>/, "")
            .replace(/"requestId":"[^"]*"/, "")
          return [path, { status: response.status, etag: response.headers.get("etag"), text }] as const
        }),
      ),
    )
  const before = await answers()
  for (const [number, action] of (["edit", "submit", "schedule", "remove"] as const).entries()) {
    const item = parseItem({
      id: id(2 + number),
      slug: "xylophone-embargo",
      ...hidden,
      relations: [...hidden.relations],
    })
    const publishAt = action === "schedule" ? { publishAt: "2030-01-01T00:00:00Z" } : {}
    const change = { at: "2024-05-01T11:00:00Z", by: "test", changeNote: "Xylophone", ...publishAt }
    await store.revise(item.id, () => ({ item, change: { ...change, action } }))
  }
  const after = await answers()
  for (const path of addresses) expect(after[path], path).toEqual(before[path])
  const announced = { at: "2024-05-01T12:00:00Z", by: "test" }
  const { item } = await store.put(parseItem({ id: id(9), slug: "xylophone-embargo", ...shownAs }), announced)
  expect(item.slug).toBe("xylophone-embargo")
})
