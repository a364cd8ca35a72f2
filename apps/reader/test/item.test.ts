import { type Item, type ItemChange, parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixture, fixtures } from "./fixtures.js"

const { ask, text } = readerOf(fixtures)

const plain = (html: string) => html.replace(/<[^>]+>/g, "").replace(/\s+/g, " ")
const sectionOf = (html: string, name: string) =>
  plain(new RegExp(`<section class="${name}">.*?</section>`).exec(html)?.[0] ?? "")

test("an item is cited in words, and for reference managers", async () => {
  const html = await text("/en/publications/handbook-on-therapeutic-communities-in-prisons")
  expect(sectionOf(html, "cite")).toContain(
    "Pompidou Group. (2021). Handbook on therapeutic communities in prisons: For those who plan and run them (2nd edition; P-PG(2021)4rev2). Council of Europe. https://doi.org/10.1000/example.1",
  )
  const { id } = fixture("publication", "handbook-on-therapeutic-communities-in-prisons")
  for (const extension of ["bib", "ris", "csl.json"]) expect(html).toContain(`href="/api/v1/items/${id}.${extension}"`)
})

test("what has an address in other letters than those of ASCII is cited by its permanent one", async () => {
  const item = revised({ locale: "ar", slug: "إعلان" })
  const { text: textOf } = readerOf([item])
  const cited = sectionOf(await textOf(`/en/news/${encodeURIComponent(item.slug)}`), "cite")
  expect(cited).toContain(`https://newsroom.example.org/items/${item.id}`)
  expect(cited).not.toContain("%")
})

test("an undated item is cited as undated, in the words of the page's language", async () => {
  expect(sectionOf(await text("/en/news/children-whose-parents-use-drugs"), "cite")).toContain("(n.d.)")
  expect(sectionOf(await text("/fr/news/children-whose-parents-use-drugs"), "cite")).toContain("(s.d.)")
})

test("what has days can be put into a calendar, and what has none cannot", async () => {
  const { id } = fixture("event", "officers-meet-online")
  expect(await text("/en/events/officers-meet-online")).toContain(
    `<a href="/api/v1/items/${id}.ics" type="text/calendar">Add to calendar</a>`,
  )
  const { when: _, ...undated } = fixture("event", "officers-meet-online")
  const { text: textOf } = readerOf([parseItem(undated)])
  const html = await textOf("/en/events/officers-meet-online")
  expect(html).not.toContain("Add to calendar")
  expect(html).not.toContain(`${id}.ics`)
})

test.each(["EventCancelled", "EventPostponed"])(
  "what is an %s is not to be put into a calendar",
  async (eventStatus) => {
    const { text: textOf } = readerOf([parseItem({ ...fixture("event", "officers-meet-online"), eventStatus })])
    const html = await textOf("/en/events/officers-meet-online")
    expect(html).not.toContain("Add to calendar")
    expect(html).toContain(">iCalendar</a>")
  },
)

test("a calendar is among the forms of what takes place alone", async () => {
  expect(await text("/en/events/officers-meet-online")).toContain(">iCalendar</a>")
  expect(await text("/en/news/revised-statute-adopted")).not.toContain(">iCalendar</a>")
})

const revised = (said: Partial<Item> = {}) =>
  fixture("news", "revised-statute-adopted", { revision: 3, firstPublishedAt: "2021-03-03T09:00:00Z", ...said })
const changes: ItemChange[] = [
  { type: "put", seq: 9, at: "2021-03-08T09:00:00Z", revision: 5, updateType: "major" },
  {
    type: "delete",
    seq: 7,
    at: "2021-03-06T09:00:00Z",
    tombstone: { id: revised().id, kind: "news", at: "2021-03-06T09:00:00Z", state: "withdrawn", reason: "Too early." },
  },
  {
    type: "put",
    seq: 5,
    at: "2021-03-05T09:00:00Z",
    revision: 3,
    updateType: "minor",
    changeNote: "Date of the <meeting>",
  },
  { type: "put", seq: 1, at: "2021-03-03T09:00:00Z", revision: 1, updateType: "major" },
]

test("an item that was changed says when it was and why, the newest first", async () => {
  const { text: textOf } = readerOf([revised()], { history: async () => changes })
  const html = await textOf("/en/news/revised-statute-adopted")
  expect(sectionOf(html, "history")).toBe(
    "History8 March 2021 Published again6 March 2021 Withdrawn: Too early." +
      "5 March 2021 Corrected: Date of the &lt;meeting>3 March 2021 Published",
  )
  expect(sectionOf(await textOf("/fr/news/revised-statute-adopted"), "history")).toContain(
    "5 mars 2021 Correction : Date",
  )
})

test("the history says what was done, where that has a name", async () => {
  const done = (["correct", "cancel", "reschedule", "postpone", "edit"] as const).map(
    (action, index): ItemChange => ({
      type: "put",
      seq: 9 - index,
      at: `2021-03-0${9 - index}T09:00:00Z`,
      revision: 9 - index,
      action,
      updateType: "major",
      changeNote: "The room is flooded.",
    }),
  )
  const { text: textOf } = readerOf([revised()], { history: async () => done })
  const said = async (locale: string) =>
    [...sectionOf(await textOf(`/${locale}/news/revised-statute-adopted`), "history").matchAll(/2021 (.*?)\s?:/g)].map(
      ([, what]) => what,
    )
  expect(await said("en")).toEqual(["Corrected", "Cancelled", "New dates", "Postponed", "Changed"])
  expect(await said("fr")).toEqual(["Correction", "Annulation", "Nouvelles dates", "Report", "Modification"])
})

const calledOff: ItemChange = {
  type: "put",
  seq: 5,
  at: "2021-05-05T09:00:00Z",
  revision: 2,
  action: "postpone",
  updateType: "major",
  changeNote: "The <room> is flooded.",
}

test("an event that was called off says why, where it says that it was", async () => {
  const pageOf = (eventStatus: string, changes: readonly ItemChange[]) =>
    readerOf([parseItem({ ...fixture("event", "officers-meet-online"), eventStatus, revision: 3 })], {
      history: async () => [...changes],
    }).text("/en/events/officers-meet-online")
  const reason = '<p class="reason"><bdi>The &lt;room> is flooded.</bdi></p>'
  expect(await pageOf("EventPostponed", [calledOff])).toContain(reason)
  const comma: ItemChange = { ...calledOff, seq: 6, action: "edit", changeNote: "A comma" }
  expect(await pageOf("EventPostponed", [comma, calledOff])).toContain(reason)
  expect(await pageOf("EventScheduled", [comma, calledOff])).not.toContain('class="reason"')
  const cancelled: ItemChange = { ...calledOff, seq: 7, action: "cancel", changeNote: "For good." }
  expect(await pageOf("EventCancelled", [cancelled, calledOff])).toContain('<p class="reason"><bdi>For good.</bdi></p>')
})

test("the history of an imported item begins where it was taken from", async () => {
  const source = { name: "A listing", retrievedAt: "2021-03-03T09:00:00Z", text: "Ministers", spans: {}, reasons: [] }
  const { text: textOf } = readerOf([revised({ source })], { history: async () => changes })
  expect(sectionOf(await textOf("/en/news/revised-statute-adopted"), "history")).toContain("Taken from “A listing”")
})

test("an item that has not been changed is not asked for its history", async () => {
  const unasked = readerOf(fixtures, { history: () => Promise.reject(new Error("it was asked")) })
  expect(await unasked.text("/en/news/revised-statute-adopted")).not.toContain('class="history"')
})

test("an item's permanent address leads to its page, wherever that is now; without an item it leads nowhere", async () => {
  const { id } = fixture("publication", "etude-sur-les-couts")
  const answer = await ask(`/items/${id}`)
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/fr/publications/etude-sur-les-couts"])
  expect(await text("/fr/publications/etude-sur-les-couts")).toContain(
    `<a class="address" href="https://newsroom.example.org/items/${id}" rel="bookmark">newsroom.example.org/items/<wbr>${id}</a>`,
  )
  for (const path of ["/items/00000000-0000-5000-8000-000000000000", `/items/${id}.atom`])
    expect((await ask(path)).status, path).toBe(404)
})

test("how it was read says what the characters of the source became", async () => {
  expect(plain(await text("/en/events/officers-meet-online"))).toContain("15-16 june 202115–16 June 2021")
})

test.each([
  [1, "1 byte", "1 octet"],
  [192, "192 bytes", "192 octets"],
  [1500, "1.5 kB", "1,5 ko"],
])("a file of %i bytes is said to have %s", async (size, inEnglish, inFrench) => {
  const { text: textOf } = readerOf([revised({ attachments: [{ url: "https://example.org/a.txt", size }] })])
  expect(sectionOf(await textOf("/en/news/revised-statute-adopted"), "files")).toContain(inEnglish)
  expect(sectionOf(await textOf("/fr/news/revised-statute-adopted"), "files").replace(/\s/g, " ")).toContain(inFrench)
})

test("a title that is a text of its own is set as such", async () => {
  const title = Array.from({ length: 300 }, () => "word").join(" ")
  const { text: textOf } = readerOf([fixture("news", "a-title-alone", { title })])
  expect(await textOf("/en/news/a-title-alone")).toContain('<h1 dir="ltr" class="endless">')
})

const hash = "0".repeat(64)
const imageIn = async (image: NonNullable<Item["image"]>) => {
  const { text: textOf } = readerOf([revised({ image })])
  return /<img[^>]*>/.exec(await textOf("/en/news/revised-statute-adopted"))?.[0]
}

test("a picture that is kept here comes in the width that there is room for, and leaves that room", async () => {
  const url = `https://newsroom.example.org/files/${hash}/Group%20picture.jpg`
  expect(await imageIn({ url, alt: "Ministers", width: 1000, height: 600 })).toBe(
    `<img src="${url}" srcset="${url}?w=320 320w, ${url}?w=640 640w, ${url}?w=960 960w" sizes="(min-width: 42rem) 39rem, 94vw" width="1000" height="600" alt="Ministers" loading="lazy" decoding="async">`,
  )
  expect(await imageIn({ url, alt: "Ministers" })).toContain(`${url}?w=1280 1280w`)
  expect(await imageIn({ url, alt: "Ministers", width: 200, height: 100 })).not.toContain("srcset")
})

test.each([
  `https://elsewhere.example/files/${hash}/a.jpg`,
  "https://newsroom.example.org/files/a.jpg",
  `https://newsroom.example.org/files/${hash}/a.jpg?w=320`,
])("a picture at %s is shown as it is", async (url) => {
  expect(await imageIn({ url, alt: "Ministers" })).toBe(
    `<img src="${url}" alt="Ministers" loading="lazy" decoding="async">`,
  )
})
