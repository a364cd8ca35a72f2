import { type Item, parseItem } from "@pg/domain"
import fc from "fast-check"
import type { Nodes, Root } from "mdast"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import { unified } from "unified"
import { expect, test } from "vitest"
import { aFeed } from "../test/a-feed.js"
import { exampleNames, exampleOf } from "../test/examples.js"
import { hostileItem } from "../test/hostile-item.js"
import type { Feed } from "./format.js"
import { markdown } from "./markdown.js"
import { oneLine } from "./one-line.js"

const item = (fields: object = {}): Item =>
  parseItem({
    id: "0190b3a5-7c1e-7000-8000-000000000001",
    kind: "event",
    locale: "en",
    slug: "a",
    title: "A",
    ...fields,
  })
const listed = (fields: object, feed: Partial<Feed> = {}) => markdown.serialize(aFeed([item(fields)], feed))
const document = (fields: object) => markdown.serializeItem(item(fields), aFeed([]))

/** What a reader that is not ours makes of it, as GitHub or as CommonMark alone has it. */
const commonMark = (text: string): Root => unified().use(remarkParse).parse(text)
const gitHub = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text)

const all = (node: Nodes): Nodes[] => [node, ...("children" in node ? node.children.flatMap(all) : [])]
const textOf = (node: Nodes): string =>
  node.type === "break"
    ? "\n"
    : "value" in node
      ? node.value
      : "children" in node
        ? node.children.map(textOf).join("")
        : ""
const nodes = <Type extends Nodes["type"]>(root: Root, type: Type) =>
  all(root).filter((node): node is Extract<Nodes, { type: Type }> => node.type === type)

/** All that we make; what a text made would be of another type, or be one more. */
const ours = new Set("root heading paragraph list listItem strong link image text break".split(" "))

test("a reader finds a list of every example: its title, and for each its own with where it leads", () => {
  const items = exampleNames.map(exampleOf)
  const root = commonMark(markdown.serialize(aFeed(items)))
  expect(root.children.map(({ type }) => type)).toEqual(["heading", "paragraph", "list"])
  expect(nodes(root, "listItem").map((entry) => nodes({ type: "root", children: entry.children }, "link")[0])).toEqual(
    items.map(({ slug, title }) =>
      expect.objectContaining({
        url: `https://example.org/en/news/${slug}`,
        children: [expect.objectContaining({ type: "text", value: title })],
      }),
    ),
  )
})

test("whatever its texts are, none of them is taken for markup, in a list or alone", () => {
  fc.assert(
    fc.property(fc.array(hostileItem, { minLength: 1, maxLength: 3 }), (items) => {
      const text = markdown.serialize(aFeed(items, { title: items[0]?.title ?? "" }))
      const root = commonMark(text)
      expect(all(root).filter(({ type }) => !ours.has(type))).toEqual([])
      expect(nodes(root, "listItem")).toHaveLength(items.length)
      expect(nodes(root, "link").map(textOf)).toEqual([
        "https://example.org/en/news",
        ...items.map(({ title }) => oneLine(title)),
      ])
      expect(nodes(root, "heading").map(textOf)).toEqual([oneLine(items[0]?.title ?? "")])
      expect(all(gitHub(text)).filter(({ type }) => !ours.has(type))).toEqual([])
    }),
  )
})

test("whatever its texts are, a document has one heading and no more blocks than we make", () => {
  fc.assert(
    fc.property(hostileItem, ({ body: _, ...rest }) => {
      const text = markdown.serializeItem(rest, aFeed([]))
      const root = commonMark(text)
      expect(nodes(root, "heading").map(textOf)).toEqual([oneLine(rest.title)])
      expect(all(root).filter(({ type }) => !ours.has(type))).toEqual([])
      expect(nodes(root, "list")).toHaveLength(1)
      expect(nodes(root, "image").map(({ alt }) => alt)).toEqual(rest.image ? [oneLine(rest.image.alt)] : [])
      expect(nodes(root, "strong").every((node) => /:$|^Cancelled$/.test(textOf(node)))).toBe(true)
      expect(all(gitHub(text)).filter(({ type }) => !ours.has(type))).toEqual([])
    }),
  )
})

test("an undated item is in the list and says so, with the days between which it must lie where they are known", () => {
  expect(listed({})).toContain("**Published:** undated\n")
  expect(listed({ issuedBounds: "2021-04-16/2021-05-07" })).toContain("undated (between 16 April and 7 May 2021)")
  expect(listed({}, { locale: "fr" })).toContain("sans date")
})

test("a list says dates and places in its own language, an item alone in the item's", () => {
  const fields = {
    locale: "fr",
    issued: "2021-06",
    when: { start: "2021-06-15", end: "2021-06-16" },
    location: { country: "AT" },
  }
  expect(listed(fields)).toContain("**When:** 15–16 June 2021 · **Where:** Austria · **Published:** June 2021")
  expect(document(fields)).toContain(
    "- **Dates :** du 15 au 16 juin 2021\n- **Lieu :** Autriche\n- **Publication :** juin 2021",
  )
})

test("a language that there are no words in gets English", () => {
  expect(document({ locale: "de" })).toContain("**Published:** undated")
})

test("what does not take place as planned says so first", () => {
  expect(listed({ eventStatus: "EventCancelled" })).toContain(")\\\n  **Cancelled** · ")
})

test("a body stands as it is, and last, so that what it leaves open reaches nothing else", () => {
  const text = document({ summary: "S", body: "```\n<b>\n" })
  expect(text).toMatch(/\n\nS\n\n```\n<b>\n$/)
})

test("a summary keeps its lines and paragraphs", () => {
  const root = commonMark(document({ summary: "a\nb\n \n# c" }))
  expect(root.children.slice(-2).map(textOf)).toEqual(["a\nb", "# c"])
})

test.each(["===", "---", "+ b", "- b", "# b", "1. b", "12) b", "> b", "```", "| b |", ": b", "    b"])(
  "a line of a summary that begins with %s is a line of text",
  (line) => {
    const [paragraph] = commonMark(document({ summary: `a\n${line}` })).children.slice(-1)
    expect(paragraph && textOf(paragraph)).toBe(`a\n${line.trim()}`)
    expect(commonMark(document({ kicker: line.trim() })).children[0]?.type).toBe("paragraph")
  },
)

test("an address is where it should be, whatever is in it", () => {
  const url = "https://example.org/a_(b)?x=1&copy;=2"
  expect(
    nodes(commonMark(document({ links: [{ url, title: "T" }, { url }] })), "link").map((node) => node.url),
  ).toEqual(["https://example.org/a_%28b%29?x=1&copy;=2", url, "https://example.org/en/news/a"])
})

test("a page of a longer list says how long it is and where it goes on", () => {
  const text = listed({}, { total: 41, totalIsAtLeast: true, nextUrl: "https://example.org/a.md?cursor=b" })
  expect(text).toContain("At least 41 items · <https://example.org/en/news>")
  expect(text.trimEnd().endsWith("[Next page](https://example.org/a.md?cursor=b)")).toBe(true)
})

test("a summary that is how the body begins is not said twice; any other stands before it", () => {
  const body = "**The handbook** is out, and free.\n\nIt has twelve chapters."
  expect(document({ summary: "The handbook is out, and free.", body }).match(/handbook/g)).toHaveLength(1)
  expect(document({ summary: "The handbook is out, and fr…", summaryTruncated: true, body })).not.toContain("fr…")
  expect(document({ summary: "The hand", body })).toContain("\n\nThe hand\n\n")
  expect(document({ summary: "A book for prisons.", body })).toContain("A book for prisons.\n\n**The handbook**")
})
