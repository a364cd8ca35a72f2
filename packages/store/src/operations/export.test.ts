import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { InvalidInput, type Item, type Merged } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases, run } from "../../test/databases.js"
import { fill } from "../../test/filled.js"
import { change, idOf, news } from "../../test/items.js"
import { checkDatabase, exportLog, importLog, openStore, statsOf } from "../index.js"

async function textOf(url: string): Promise<string> {
  let text = ""
  for await (const chunk of exportLog(url)) text += chunk
  return text
}

async function emptyText(make: (typeof databases)[number]["make"]): Promise<string> {
  const { url, remove } = await make()
  await (await openStore(url)).close()
  return textOf(url).finally(remove)
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split("\n").slice(0, -1)
}

const mediaTypes = ["application/pdf", "image/png"]
const pdf = { id: "0a".repeat(32), mediaType: "application/pdf", size: 12, name: "A.pdf", at: change.at, by: "Ada" }
const png = { ...pdf, id: "0b".repeat(32), mediaType: "image/png", name: "Ä b.png", width: 3, height: 2 }

const [sqlite, postgres] = databases as [(typeof databases)[number], (typeof databases)[number]]

test.each([
  [sqlite, postgres],
  [postgres, sqlite],
  [sqlite, sqlite],
])("an archive moves whole: every revision, instant and author is the same there", async (from, to) => {
  const [source, target] = [await from.make(), await to.make()]
  await fill(source.url)
  const text = await textOf(source.url)
  const summary = await importLog(target.url, linesOf(text), { mediaTypes })
  expect(await textOf(target.url)).toBe(text)
  expect(await checkDatabase(target.url)).toMatchObject({ lines: 21, findings: [] })
  expect((await statsOf(target.url)).digest).toBe((await statsOf(source.url)).digest)
  expect(summary).toMatchObject({ lines: 21, items: 13 })
  const stores = await Promise.all([openStore(source.url), openStore(target.url)])
  const [before, after] = await Promise.all(stores.map((store) => store.changes(0, 100)))
  expect(after).toEqual(before)
  await Promise.all(stores.map((store) => store.close()))
  await Promise.all([source.remove(), target.remove()])
})

test.each([
  [sqlite, postgres],
  [postgres, sqlite],
  [postgres, postgres],
])(
  "an archive moves whole with texts that were taken once and are refused today, and is read there",
  async (from, to) => {
    const [first, source, target] = [await sqlite.make(), await from.make(), await to.make()]
    const store = await openStore(first.url)
    const told = {
      body: "BODY",
      people: ["PERSON", "OTHER"],
      links: [{ url: "https://example.org:80/URL", title: "LINK" }],
    }
    const put = (number: number) => store.put(news(number, told), change)
    await Promise.all([put(1), put(2)])
    await store.revise(idOf(1), (current) => ({
      item: current!.item,
      change: { ...change, by: "BY", action: "withdraw", changeNote: "NOTE" },
    }))
    await store.close()
    const text = withOldTexts(await textOf(first.url))

    await importLog(source.url, linesOf(text), { mediaTypes })
    expect(await textOf(source.url)).toBe(text)
    await importLog(target.url, linesOf(await textOf(source.url)), { mediaTypes })
    expect(await textOf(target.url)).toBe(text)
    expect(await checkDatabase(target.url)).toMatchObject({ lines: 3, findings: [] })
    const moved = await openStore(target.url)
    expect((await moved.changes(0, 10))[2]).toMatchObject({ by: "c\u0000d", changeNote: "a\u0000b\u0007\ud800" })
    expect(await moved.get(idOf(2))).toMatchObject({ title: "\u202eItem 2", people: ["\ud800", "e\u0000f"] })
    expect(await moved.find({ q: "item" })).toMatchObject({ total: 1 })
    await moved.close()
    await Promise.all([first.remove(), source.remove(), target.remove()])
  },
)

/** An export as it was made before texts were held to a rule. */
function withOldTexts(text: string): string {
  const [header, ...lines] = text
    .replaceAll('"title":"Item', '"title":"\u202eItem')
    .replaceAll("BODY", "a\\u0000b \\ud800 \uffff")
    .replaceAll("PERSON", "\\ud800")
    .replaceAll("80/URL", "99999/\\u0000")
    .replaceAll("OTHER", "e\\u0000f")
    .replaceAll("LINK", "\u200b")
    .replaceAll("NOTE", "a\\u0000b\\u0007\\ud800")
    .replaceAll('"BY"', '"c\\u0000d"')
    .trim()
    .split("\n")
  const trailer = lines.pop() ?? ""
  const digest = createHash("sha256")
    .update(lines.map((line) => `${line}\n`).join(""))
    .digest("hex")
  return [header, ...lines, trailer.replace(/sha256:[0-9a-f]{64}/, `sha256:${digest}`), ""].join("\n")
}

test.each([
  [sqlite, postgres],
  [postgres, sqlite],
])(
  "what waits for its day or for a decision goes on waiting there, and files are known as they were",
  async (from, to) => {
    const [source, target] = [await from.make(), await to.make()]
    const store = await openStore(source.url)
    const publishAt = "2030-01-01T00:00:00.000Z"
    const said = [news(1, { attachments: [{ url: `https://example.org/files/${"0c".repeat(32)}/gone.pdf` }] })]
    await store.putAll(said, { ...change, action: "schedule", publishAt })
    await store.put(news(2), change)
    const theirs = news(2, { title: "Theirs" })
    const conflicts = [{ field: "title", ours: "Item 2", theirs: "Theirs" }]
    const merge = async (item: Item): Promise<Merged> => ({ item, conflicts })
    await store.putAll([theirs], change, { merge })
    for (const file of [png, pdf]) await store.noteFile(file)
    const waiting = await store.conflicts(idOf(2))
    expect(waiting).toMatchObject([{ field: "title", theirs: "Theirs" }])
    await store.close()

    const text = await textOf(source.url)
    const summary = await importLog(target.url, linesOf(text), { mediaTypes })
    expect(summary).toMatchObject({ isNew: true, files: [pdf, png], unlisted: ["0c".repeat(32)] })
    expect(await textOf(target.url)).toBe(text)
    expect(await checkDatabase(target.url)).toMatchObject({ findings: [] })
    const moved = await openStore(target.url)
    expect(await moved.nextDue()).toBe(publishAt)
    expect(await moved.conflicts(idOf(2))).toEqual(waiting)
    expect(await moved.getFile(png.id)).toEqual(png)
    await moved.close()
    await Promise.all([source.remove(), target.remove()])
  },
)

describe.each(databases)("on $name", ({ make }) => {
  test("an export is of one moment, whatever is written while it is read", async () => {
    const { url, remove } = await make()
    await fill(url)
    const whole = await textOf(url)
    const store = await openStore(url)
    const log = exportLog(url)
    let text = (await log.next()).value as string
    await store.put(news(90), change)
    for await (const chunk of log) text += chunk
    expect(text).toBe(whole)
    await store.close()
    await remove()
  })

  test("an export is not put into another archive, and again into its own changes nothing but what is not known of files", async () => {
    const [{ url, remove }, other] = [await make(), await make()]
    await fill(url)
    const store = await openStore(url)
    for (const file of [pdf, png]) await store.noteFile(file)
    const text = await textOf(url)
    await store.forgetFile(pdf.id, "9999")
    await store.put(news(91), change)
    const longer = await textOf(url)
    expect(await importLog(url, linesOf(text), { mediaTypes })).toMatchObject({ lines: 21, isNew: false })
    expect(await store.getFile(pdf.id)).toEqual(pdf)
    await store.forgetFile(pdf.id, "9999")
    expect(await textOf(url)).toBe(longer)
    await store.close()

    const another = await openStore(other.url)
    await another.put(news(1, { title: "Another" }), change)
    const before = await textOf(other.url)
    for (const lines of [text, await emptyText(make)])
      await expect(importLog(other.url, linesOf(lines), { mediaTypes })).rejects.toThrow(
        "has an archive in it already: name an empty one",
      )
    expect(await textOf(other.url)).toBe(before)
    await another.close()
    await Promise.all([remove(), other.remove()])
  })

  test("while an export is imported again, however slowly it comes, others write", async () => {
    const { url, remove } = await make()
    await fill(url)
    const text = await textOf(url)
    const store = await openStore(url, { lockTimeout: 300 })
    async function* slowly() {
      for await (const line of linesOf(text)) {
        await store.put(news(92, { title: line.slice(0, 40) }), change)
        yield line
      }
    }
    expect(await importLog(url, slowly(), { mediaTypes })).toMatchObject({ lines: 21, isNew: false })
    expect(await store.seq()).toBeGreaterThan(21)
    await store.close()
    await remove()
  })

  test.each<[string, (text: string) => string, RegExp]>([
    [
      "cut off between lines",
      (text) => text.split("\n").slice(0, 9).join("\n") + "\n",
      /line 9: .*after 8 of 21 .*cut off/,
    ],
    ["cut off in a line", (text) => `${text.slice(0, 3000)}\n`, /line \d+: it is not JSON/],
    ["with a word changed", (text) => text.replace("A wombat", "A kiwi"), /the digest is another/],
    [
      "with a line left out",
      (text) => text.split("\n").toSpliced(4, 1).join("\n"),
      /line 5: revision 5 stands where 4/,
    ],
    [
      "with a field that no item has",
      (text) => text.replace('"item":{', '"item":{"colour":"red",'),
      /line 2: item.*colour/s,
    ],
    ["of a later format", (text) => text.replace('"version":1', '"version":2'), /line 1: version/],
    ["with a file called otherwise", (text) => text.replace("A.pdf", "B.pdf"), /the digest of the files is another/],
    [
      "with a file whose name leads elsewhere",
      (text) => text.replace('"A.pdf"', '"../../A.pdf"'),
      /line \d+: file.name: must be the name of a file/,
    ],
    [
      "with a file left out",
      (text) => text.replace(/^.*"file":.*\n/m, ""),
      /the digest of the files is another: something in their list/,
    ],
    [
      "with more files than it says",
      (text) => text.replace('"count":2', '"count":1'),
      /line 24: it lists more files than it says that it has/,
    ],
    [
      "with a file of another type",
      (text) => text.replace('"application/pdf"', '"text/html"'),
      /line 23: files of text\/html are not taken here/,
    ],
    ["with something after its end", (text) => `${text}{}\n`, /line 26: there is more after the end/],
    ["that is none", () => "Title\n", /line 1: it is not JSON/],
    ["with nothing in it", () => "", /line 1: the archive is empty/],
  ])("an export %s is refused, and nothing of it is written", async (_, damage, said) => {
    const source = await make()
    await fill(source.url)
    const store = await openStore(source.url)
    for (const file of [pdf, png]) await store.noteFile(file)
    await store.close()
    const { url, remove } = await make()
    const failure = await importLog(url, linesOf(damage(await textOf(source.url))), { mediaTypes }).catch(
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(InvalidInput)
    expect((failure as InvalidInput).issues.map(({ path, message }) => `${path}: ${message}`).join("\n")).toMatch(said)
    expect(await run(url, "select seq from revisions")).toEqual([])
    expect(await run(url, "select id from files")).toEqual([])
    await Promise.all([source.remove(), remove()])
  })

  test("an export of a version that knew of no files is read as it was, and its files are to be looked for", async () => {
    const { url, remove } = await make()
    const former = readFileSync(new URL("../../fixtures/former-export.ndjson", import.meta.url), "utf8")
    const summary = await importLog(url, linesOf(former), { mediaTypes })
    expect(summary).toMatchObject({ lines: 2, items: 2, files: [], unlisted: ["0a".repeat(32)] })
    expect(await textOf(url)).toBe(former)
    await remove()
  })

  test("the numbers of an archive are those of what is in it", async () => {
    const { url, remove } = await make()
    await fill(url)
    const stats = await statsOf(url)
    expect(stats).toMatchObject({
      lines: 21,
      items: 13,
      states: [
        { kind: "event", state: "withdrawn", items: 1 },
        { kind: "news", state: "gone", items: 1 },
        { kind: "news", state: "published", items: 10 },
        { kind: "publication", state: "draft", items: 1 },
      ],
      locales: [{ locale: "en", items: 10 }],
      dates: { stated: 1, inferred: 1, undated: 8 },
      lastChange: { seq: 21, at: change.at, by: change.by },
    })
    expect(stats.bytes).toBeGreaterThan(10_000)
    await remove()
  })

  test("an empty archive has an export, which makes an empty archive", async () => {
    const [source, target] = [await make(), await make()]
    await (await openStore(source.url)).close()
    expect(await importLog(target.url, linesOf(await textOf(source.url)), { mediaTypes })).toMatchObject({
      lines: 0,
      items: 0,
    })
    expect(await statsOf(target.url)).toMatchObject({
      lines: 0,
      states: [],
      dates: { stated: 0, inferred: 0, undated: 0 },
    })
    await Promise.all([source.remove(), target.remove()])
  })
})
