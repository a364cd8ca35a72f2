import type { Item } from "@pg/domain"
import fc from "fast-check"
import { parseFeed } from "feedsmith"
import { SaxesParser } from "saxes"
import { describe, expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { exampleNames, exampleOf } from "../test/examples.js"
import { hostileItem } from "../test/hostile-item.js"
import { atom, jsonFeed, rss } from "./index.js"

/** What one reader that is not ours makes of each kind of feed. */
function read(text: string): { id: string | undefined; title: string | undefined }[] {
  const { format, feed } = parseFeed(text)
  if (format === "atom") return (feed.entries ?? []).map(({ id, title }) => ({ id, title: title?.value }))
  if (format === "rss") return (feed.items ?? []).map(({ guid, title }) => ({ id: guid?.value, title }))
  if (format === "json") return (feed.items ?? []).map(({ id, title }) => ({ id, title }))
  throw new Error(`A feed of ${format}`)
}

const ids = (items: readonly Item[]) => items.map(({ id }) => `urn:uuid:${id}`)

describe.each([atom, rss, jsonFeed])("$title", ({ serialize }) => {
  test("a reader finds every example, dated or not, by its id and its title", () => {
    const items = exampleNames.map(exampleOf)
    const expected = items.map(({ id, title }) => ({ id: `urn:uuid:${id}`, title }))
    expect(read(serialize(aFeed(items)))).toEqual(expected)
  })

  test("a reader finds every item, whatever its texts are", () => {
    fc.assert(
      fc.property(fc.array(hostileItem, { minLength: 1, maxLength: 3 }), (items) => {
        expect(read(serialize(aFeed(items))).map(({ id }) => id)).toEqual(ids(items))
      }),
    )
  })
})

/** The texts of the elements of a name, as a parser reads them that forgives nothing. */
function texts(xml: string, name: string): string[] {
  const parser = new SaxesParser({ xmlns: true })
  const found: string[] = []
  let within = false
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", (tag) => {
    within = tag.name === name
    if (within) found.push("")
  })
  parser.on("text", (text) => {
    if (within) found.push((found.pop() ?? "") + text)
  })
  parser.on("closetag", () => {
    within = false
  })
  parser.write(xml).close()
  return found
}

/** What XML 1.0 can hold of a text: all but control characters, halves of characters and two that are none. */
const inXml = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")

/** An event says before its texts when and where it is. */
const endIn = (texts: readonly string[], text: string) => {
  expect(texts).toHaveLength(1)
  expect(texts[0]?.slice(texts[0].length - text.length)).toBe(text)
}

test("Atom is well-formed XML, and of every text loses only what XML cannot hold", () => {
  fc.assert(
    fc.property(hostileItem, (item) => {
      const xml = atom.serialize(aFeed([item]))
      expect(texts(xml, "title")).toEqual(["News", inXml(item.title)])
      expect(texts(atom.serializeItem(item, aFeed([])), "title")).toEqual([inXml(item.title)])
      endIn(texts(xml, "summary"), inXml(item.summary ?? ""))
      expect(texts(xml, "content")).toEqual([inXml(item.body ?? "")])
    }),
  )
})

test("RSS is well-formed XML, and of every text loses only what XML cannot hold", () => {
  fc.assert(
    fc.property(hostileItem, (item) => {
      const xml = rss.serialize(aFeed([item]))
      expect(texts(xml, "title")).toEqual(["News", inXml(item.title)])
      expect(texts(xml, "description").at(1)).not.toMatch(/<(?!br>\n)|&(?!(?:amp|lt|gt);)/)
      expect(texts(xml, "source:markdown")).toEqual([inXml(item.body ?? "")])
    }),
  )
})

test("JSON Feed loses nothing of any text", () => {
  fc.assert(
    fc.property(hostileItem, (item) => {
      const [written] = JSON.parse(jsonFeed.serialize(aFeed([item]))).items
      expect(written.title).toBe(item.title)
      endIn([written.summary], item.summary ?? "")
      endIn([written.content_text], item.body ?? "")
    }),
  )
})
