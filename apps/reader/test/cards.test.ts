import { expect, test } from "vitest"
import { writeSvg } from "../src/cards/write-svg.js"
import { textOf } from "../src/cards/card-text.js"
import { languages } from "../src/messages/languages.js"
import { readerOf } from "./archive.js"
import { fixture, fixtures } from "./fixtures.js"

const { ask } = readerOf(fixtures)
const item = fixture("event", "officers-meet-online")

/** Width and height of a PNG, as its header has them. */
async function sizeOf(answer: Response): Promise<number[]> {
  const bytes = new DataView(await answer.arrayBuffer())
  expect(bytes.getUint32(0)).toBe(0x89504e47)
  return [bytes.getUint32(16), bytes.getUint32(20)]
}

test("an item and the newsroom have a picture in each language", async () => {
  for (const path of [`/cards/en/${item.id}.png`, `/cards/fr/${item.id}.png`, "/cards/en/newsroom.png"]) {
    const answer = await ask(path)
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "image/png"])
    expect(await sizeOf(answer)).toEqual([1200, 630])
  }
})

test("a picture that somebody has is not sent again, and is another one when its item is revised", async () => {
  const first = await ask(`/cards/en/${item.id}.png`)
  const etag = first.headers.get("ETag") ?? ""
  expect((await ask(`/cards/en/${item.id}.png`, { headers: { "If-None-Match": etag } })).status).toBe(304)
  const revised = readerOf([{ ...item, title: "Another title", revision: 2 }])
  expect((await revised.ask(`/cards/en/${item.id}.png`)).headers.get("ETag")).not.toBe(etag)
})

test.each(["/cards/en/nothing.png", "/cards/de/newsroom.png", "/cards/en/newsroom.jpg", "/cards/en/..%2fx.png"])(
  "there is no picture at %s",
  async (path) => {
    expect((await ask(path)).status).toBe(404)
  },
)

/** The words of a picture, in the order in which they stand. */
const wordsOf = (changes: Parameters<typeof fixture>[2], slug = "officers-meet-online") => {
  const svg = writeSvg(textOf(fixture("event", slug, changes), "en"), languages.en)
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)
}

test("a picture has the newsroom's name, what it is, its title, its days as they were stated and its place", () => {
  expect(wordsOf({ title: "Officers meet" })).toEqual([
    "Pompidou Group",
    "Newsroom",
    "Event · meeting",
    "Officers meet",
    "15–16 June 2021",
    "online",
  ])
  const undated = fixture("news", "children-whose-parents-use-drugs")
  expect(textOf(undated, "en").date).toBe("undated (between 16 April and 7 May 2021)")
})

test("a hostile title is text in a picture, and turns nothing around", () => {
  const title = `</text><image href="file:///etc/passwd"/><script>alert(1)</script> & \u202egnp.exe`
  const svg = writeSvg(textOf({ ...fixture("event", "officers-meet-online"), title }, "en"), languages.en)
  expect(svg).not.toMatch(/<image|<script|\u202e/)
  expect(svg.match(/<\/text>/g)?.length).toBe(svg.match(/<text /g)?.length)
})

test("a title of 300 words is cut with an ellipsis, and one that is read from the right stands on the right", () => {
  const title = Array.from({ length: 300 }, () => "word").join(" ")
  expect(wordsOf({ title }).at(-3)).toMatch(/word…$/)
  const arabic = fixture("event", "officers-meet-online", { title: "اجتماع مجموعة بومبيدو", locale: "ar" })
  expect(writeSvg(textOf(arabic, "en"), languages.en)).toContain('<text x="1128"')
})

test.each([
  ["French", "Œuvre d’art : « été » à Noël"],
  ["Greek", "Η Ομάδα Πομπιντού για τα ναρκωτικά"],
  ["Cyrillic", "Україна стає державою-членом"],
])("the letters of %s are in the font", async (_, title) => {
  const { hasOthers } = await import("../src/cards/fonts.js")
  expect(hasOthers(title)).toBe(false)
})
