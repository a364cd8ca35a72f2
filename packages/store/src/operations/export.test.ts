import { InvalidInput } from "@pg/domain"
import { describe, expect, test } from "vitest"
import { databases, run } from "../../test/databases.js"
import { fill } from "../../test/filled.js"
import { change, news } from "../../test/items.js"
import { checkDatabase, exportLog, importLog, openStore, statsOf } from "../index.js"

async function textOf(url: string): Promise<string> {
  let text = ""
  for await (const chunk of exportLog(url)) text += chunk
  return text
}

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split("\n").slice(0, -1)
}

const [sqlite, postgres] = databases as [(typeof databases)[number], (typeof databases)[number]]

test.each([
  [sqlite, postgres],
  [postgres, sqlite],
  [sqlite, sqlite],
])("an archive moves whole: every revision, instant and author is the same there", async (from, to) => {
  const [source, target] = [await from.make(), await to.make()]
  await fill(source.url)
  const text = await textOf(source.url)
  const summary = await importLog(target.url, linesOf(text))
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

  test("an export is not put into an archive that has something in it", async () => {
    const { url, remove } = await make()
    await fill(url)
    const text = await textOf(url)
    await expect(importLog(url, linesOf(text))).rejects.toThrow("has an archive in it already: name an empty one")
    expect(await textOf(url)).toBe(text)
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
    ["with something after its end", (text) => `${text}{}\n`, /line 24: there is more after the end/],
    ["that is none", () => "Title\n", /line 1: it is not JSON/],
    ["with nothing in it", () => "", /line 1: the archive is empty/],
  ])("an export %s is refused, and nothing of it is written", async (_, damage, said) => {
    const source = await make()
    await fill(source.url)
    const { url, remove } = await make()
    const failure = await importLog(url, linesOf(damage(await textOf(source.url)))).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(InvalidInput)
    expect((failure as InvalidInput).issues.map(({ path, message }) => `${path}: ${message}`).join("\n")).toMatch(said)
    expect(await run(url, "select seq from revisions")).toEqual([])
    await Promise.all([source.remove(), remove()])
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
    expect(await importLog(target.url, linesOf(await textOf(source.url)))).toMatchObject({ lines: 0, items: 0 })
    expect(await statsOf(target.url)).toMatchObject({
      lines: 0,
      states: [],
      dates: { stated: 0, inferred: 0, undated: 0 },
    })
    await Promise.all([source.remove(), target.remove()])
  })
})
