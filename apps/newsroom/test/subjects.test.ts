import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createLog } from "@pg/api"
import { type ItemInput, type KindName, parseItem } from "@pg/domain"
import { openStore, type Store, StoreError } from "@pg/store"
import { afterAll, beforeAll, expect, test } from "vitest"
import { compose } from "../src/compose.js"

const at = "2021-09-01T08:00:00.000Z"
const siteUrl = "https://example.org"

const idOf = (number: number) => `00000000-0000-5000-8000-${String(number).padStart(12, "0")}`
const item = (number: number, kind: KindName, slug: string, said: Partial<ItemInput> = {}) =>
  parseItem({
    id: idOf(number),
    kind,
    slug,
    locale: "en",
    title: slug.replaceAll("-", " "),
    topics: ["prisons"],
    ...said,
  })

const items = [
  ...Array.from({ length: 8 }, (_, index) =>
    item(index + 1, "news", `prison-news-${index + 1}`, {
      issued: `2021-08-0${index + 1}`,
      countries: index < 3 ? ["FR"] : ["IT"],
      bodies: ["Association Ithaque"],
      people: ["Denis Huber"],
    }),
  ),
  item(10, "news", "prison-news-without-a-date", { topics: ["prisons", "treatment"], countries: ["FR"] }),
  item(11, "event", "meeting-to-come", { when: { start: "2021-10-05" } }),
  item(12, "event", "meeting-that-is-over", {
    when: { start: "2021-03-01" },
    series: { id: "prison-meeting", ordinal: 3 },
  }),
  item(13, "event", "meeting-without-dates"),
  item(14, "event", "course", { sessions: [{ title: "Module I", when: { start: "2021-10-01" } }] }),
  item(15, "publication", "handbook-for-prison-staff", { issued: "2020" }),
  item(16, "news", "une-prison", { locale: "fr", countries: ["LU"] }),
  item(20, "news", "withdrawn-news"),
  item(21, "news", "part-of-another"),
]

let archive: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  archive = await open()
})
afterAll(() => archive.close())

async function open() {
  const folder = mkdtempSync(join(tmpdir(), "subjects-"))
  const store = await openStore(`sqlite:${join(folder, "newsroom.db")}`)
  await store.putAll(items, { at, by: "test" })
  const after = { at: "2021-09-02T08:00:00.000Z", by: "test" }
  const [withdrawn, merged] = [items.find(({ id }) => id === idOf(20))!, items.find(({ id }) => id === idOf(21))!]
  await store.put(withdrawn, { ...after, action: "withdraw", changeNote: "Its figures are being checked." })
  await store.put({ ...merged, relations: [{ rel: "mergedInto", id: idOf(15) }] }, { ...after, action: "merge" })
  const { ask } = siteOf(store)
  const close = async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { store, ask, close }
}

function siteOf(store: Store) {
  const log = createLog("silent", process.stderr)
  const settings = { log, cacheBytes: 0, requestsPerMinute: 0, trustedProxies: 0 }
  const site = compose({ store, siteUrl, adminEmail: "web@example.org", now: () => new Date(at), ...settings })
  return { ask: (path: string) => site.fetch(new Request(siteUrl + path)) }
}

const read = async (path: string) => {
  const response = await archive.ask(path)
  return { status: response.status, location: response.headers.get("location"), html: await response.text() }
}

/** The headings of a page's sections, each with the titles under it. */
const sectionsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<section class="entries[^>]*><h2>(.*?)<\/h2>(.*?)<\/section>/gs)].map(
      ([, heading, body = ""]) => [
        heading,
        [...body.matchAll(/<h3>.*?<bdi[^>]*>(.*?)<\/bdi>/gs)].map(([, title]) => title),
      ],
    ),
  )

test("a topic's page has the newest news, events to come, over and without dates, and publications", async () => {
  const { html } = await read("/en/topics/prisons")
  const sections = sectionsOf(html)
  expect(Object.keys(sections)).toEqual(["Coming up", "News", "Past events", "Events with no dates", "Publications"])
  expect(sections["News"]).toHaveLength(6)
  expect(html).toContain('<a href="/en/news?topic=prisons">All 9 news items</a>')
  expect(sections["Coming up"]).toEqual(["course", "meeting to come"])
  expect(sections["Past events"]).toEqual(["meeting that is over"])
  expect(sections["Events with no dates"]).toEqual(["meeting without dates"])
})

test("it counts what there is of each kind, what has no date and what is in other languages, each a way to it", async () => {
  const { html } = await read("/en/topics/prisons")
  for (const link of [
    '<a href="/en/search?topic=prisons"><strong>14 items</strong> in English</a>',
    '<a href="/en/news?topic=prisons">9 news items</a>',
    '<a href="/en/events?topic=prisons">4 events</a>',
    '<a href="/en/publications?topic=prisons">1 publication</a>',
    '<a href="/en/search?topic=prisons&amp;missing=issued">5 with no date of publication</a>',
    '<a href="/en/search?topic=prisons&amp;locale=*">1 in other languages</a>',
  ])
    expect(html).toContain(link)
})

test("it says what the topic is often seen together with, the most frequent first, and never the topic itself", async () => {
  const { html } = await read("/en/topics/prisons")
  const together = /<section class="together">.*?<\/section>/s.exec(html)?.[0] ?? ""
  expect(
    [...together.matchAll(/<bdi>(.*?)<\/bdi><\/a> <span class="count">(\d+)/g)].map(([, ...said]) => said),
  ).toEqual([
    ["Treatment", "1"],
    ["Italy", "5"],
    ["France", "4"],
    ["Association Ithaque", "8"],
  ])
})

test.each([
  ["/en/countries/LU", "Luxembourg"],
  ["/en/bodies/association-ithaque", "Association Ithaque"],
  ["/fr/people/denis-huber", "Denis Huber"],
  ["/fr/series/prison-meeting", "Prison meeting"],
])("%s is called as items call it: %s", async (path, name) => {
  const { status, html } = await read(path)
  expect(status).toBe(200)
  expect(html).toContain(`<h1><bdi>${name}</bdi></h1>`)
})

test("an item leads to the pages of what it is about, and each of these is there", async () => {
  for (const path of ["/en/news/prison-news-1", "/en/events/meeting-that-is-over"]) {
    const { html } = await read(path)
    const links = [...html.matchAll(/href="(\/en\/(?:topics|countries|bodies|people|series)\/[^"]+)"/g)]
    expect(links.length).toBeGreaterThan(1)
    for (const [, link = ""] of links) expect((await read(link)).status, link).toBe(200)
  }
})

test("an index has everything that is named, with what is in other languages only", async () => {
  const { html } = await read("/en/countries")
  const rows = [...html.matchAll(/<bdi>(.*?)<\/bdi><\/a> <span class="count">(.*?)<\/span>/g)].map(([, ...row]) => row)
  expect(rows).toEqual([
    ["France", "4"],
    ["Italy", "5"],
    ["Luxembourg", "1 in other languages"],
  ])
  expect((await read("/en/topics")).html).toContain('<span class="count">none yet</span>')
})

test("a withdrawn item is 410 in both languages, with the day and the reason from the log", async () => {
  for (const path of ["/en/news/withdrawn-news", "/fr/news/withdrawn-news"]) {
    const { status, html } = await read(path)
    expect(status).toBe(410)
    expect(html).toContain('<time datetime="2021-09-02">')
    expect(html).toContain("Its figures are being checked.")
  }
})

test("its permanent address says so too, here and in the API, and that of a merged one leads on for good", async () => {
  const { status, html } = await read(`/items/${idOf(20)}`)
  expect(status).toBe(410)
  expect(html).toContain("Its figures are being checked.")
  const api = await read(`/api/v1/items/${idOf(20)}`)
  expect([api.status, JSON.parse(api.html)]).toMatchObject([410, { reason: "Its figures are being checked." }])
  const merged = await read(`/items/${idOf(21)}`)
  expect([merged.status, merged.location]).toEqual([301, `/items/${idOf(15)}`])
  expect((await read(`/items/${idOf(15)}`)).location).toBe("/en/publications/handbook-for-prison-staff")
})

test("an item that was merged leads to what it is part of now", async () => {
  const { status, location } = await read("/en/news/part-of-another")
  expect([status, location]).toEqual([301, "/en/publications/handbook-for-prison-staff"])
})

test("a mistyped address names the items that were meant, the nearest first", async () => {
  const guesses = async (path: string) =>
    [
      ...((await read(path)).html.match(/<section class="perhaps">.*?<\/section>/s)?.[0] ?? "").matchAll(
        /href="(.*?)"/g,
      ),
    ].map(([, link]) => link)
  expect(await guesses("/en/publications/handbok-for-prison-staff")).toEqual([
    "/en/publications/handbook-for-prison-staff",
  ])
  expect(await guesses("/en/publications/handbook-for-pris")).toEqual(["/en/publications/handbook-for-prison-staff"])
  expect((await guesses("/en/events/metting-that-is-over"))[0]).toBe("/en/events/meeting-that-is-over")
  expect(await guesses("/en/news/nothing-like-it-at-all")).toEqual([])
})

test("an archive that cannot be read is 503, with the number of the request that the answer carries too", async () => {
  const broken = async () => {
    throw new StoreError("The archive is away.")
  }
  const { ask } = siteOf({ ...archive.store, findJson: broken })
  const response = await ask("/en/news")
  const id = response.headers.get("x-request-id") ?? ""
  expect([response.status, id]).toEqual([503, expect.stringMatching(/./)])
  expect(await response.text()).toContain(`<code>${id}</code>`)
}, 60_000)

test("whom to write to stands on the page on accessibility", async () => {
  expect((await read("/fr/accessibility")).html).toContain('<a href="mailto:web@example.org">')
})
