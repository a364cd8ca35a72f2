import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, test } from "vitest"
import { askAll } from "./ask.js"
import { examples } from "./examples.js"
import { type Newsroom, serve } from "./newsroom.js"
import { run } from "./run.js"

const changeNote = "Put <right> & “said” why."

let newsrooms: readonly [sample: Newsroom, own: Newsroom]

beforeAll(async () => {
  newsrooms = [await serve("--sample"), await serve()]
  const [, { store }] = newsrooms
  await store.putAll(examples(8), { at: "2021-08-31T09:00:00Z", by: "conformance" })
  const [edited, removed] = examples()
  if (!edited || !removed) throw new Error("There are too few examples.")
  const change = { at: "2021-09-01T09:00:00Z", by: "conformance", changeNote }
  await store.put({ ...edited, title: `${edited.title} (corrected)` }, change)
  await store.put(removed, { at: "2021-09-02T09:00:00Z", by: "conformance", action: "remove" })
  return () => Promise.all(newsrooms.map(({ close }) => close()))
})

describe.each(["atom", "rss"])("%s", (extension) => {
  test(`a list as ${extension} has the items of its JSON, on pages that lead to each other`, async ({ task }) => {
    const counts = { lists: 0, pages: 0, entries: 0 }
    for (const { url } of newsrooms) {
      const read = await readFeeds(questions.map((question) => addressOf(url, question, extension)))
      for (const [index, question] of questions.entries()) {
        const { limit: _, ...whole } = question
        const items = await askAll(addressOf(url, whole, "json"))
        const pages = read[index] ?? []
        expect([...pages.flatMap(problemsOf), ...entriesOf(pages).flatMap(lackOf)]).toEqual([])
        expect(entriesOf(pages).map(({ id, title }) => ({ id, title }))).toEqual(
          items.map(({ id, title }) => ({ id: `urn:uuid:${id}`, title })),
        )
        counts.lists++
        counts.pages += pages.length
        counts.entries += items.length
      }
    }
    task.meta.did = `feedparser read ${counts.lists} lists on ${counts.pages} pages with ${counts.entries} entries, all well-formed`
  })

  test(`an item as ${extension} is one entry`, async ({ task }) => {
    let count = 0
    for (const { url } of newsrooms) {
      const items = await askAll(addressOf(url, {}, "json"))
      const read = await readFeeds(items.map(({ id }) => `${url}/api/v1/items/${id}.${extension}`))
      const entries = read.map(entriesOf)
      expect([...read.flat().flatMap(({ problem }) => problem ?? []), ...entries.flat().flatMap(lackOf)]).toEqual([])
      expect(entries.map((each) => each.map(({ id }) => id))).toEqual(items.map(({ id }) => [`urn:uuid:${id}`]))
      count += items.length
    }
    task.meta.did = `feedparser read ${count} items, all well-formed`
  })

  test(`the changes as ${extension} are those of the store, with an id for each`, async ({ task }) => {
    const [, { url, store }] = newsrooms
    const changes = await store.noted({}, 100)
    const [pages = []] = await readFeeds([`${url}/api/v1/items.${extension}?feed=changes&limit=100`])
    const entries = entriesOf(pages)
    expect(pages.flatMap(problemsOf)).toEqual([])
    expect(entries.map(({ id }) => id?.split("#").at(-1))).toEqual(changes.map(({ seq }) => String(seq)))
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(entries.filter(({ updated, published }) => !updated && !published)).toEqual([])
    expect(entries.filter(({ summary }) => summary === changeNote)).toHaveLength(1)
    task.meta.did = `feedparser read ${entries.length} changes, each with its own id and instant`
  })
})

type Question = { segment?: string; limit?: string; [parameter: string]: string | undefined }

const questions: readonly Question[] = [
  {},
  { limit: "7" },
  { segment: "news" },
  { segment: "events" },
  { segment: "publications", limit: "3" },
  { topic: "drug-policy,prisons" },
  { locale: "fr", kind: "news,event" },
  { "not.country": "FR", issued: "2021-01..2021-09" },
  { missing: "issued" },
  { q: "drug" },
  { q: "“there is nothing of that”" },
]

function addressOf(url: string, { segment = "items", ...parameters }: Question, extension: string): string {
  const pairs = Object.entries(parameters).map(([name, value = ""]) => [name, value])
  return `${url}/api/v1/${segment}.${extension}?${new URLSearchParams(pairs).toString()}`
}

/** What read-feeds.py took from a page, and from each of its entries. */
type Page = { status: number; problem: string | null; title: string | null; updated: string | null; entries: Entry[] }
type Entry = Record<"id" | "title" | "link" | "summary", string | null> & Record<"updated" | "published", boolean>

/** The pages of each address, read by feedparser over HTTP. */
async function readFeeds(urls: readonly string[]): Promise<Page[][]> {
  const { stdout } = await run("python3", [script, ...urls])
  return JSON.parse(stdout) as Page[][]
}

const script = fileURLToPath(new URL("read-feeds.py", import.meta.url))

const entriesOf = (pages: readonly Page[]) => pages.flatMap(({ entries }) => entries)

/** What feedparser holds against a page of a feed (`bozo`), and what a feed must say and it did not find. */
const problemsOf = ({ problem, status, title, updated }: Page): string[] => [
  ...(problem === null ? [] : [problem]),
  ...(status === 200 ? [] : [`it answered ${status}`]),
  ...(title ? [] : ["it has no title"]),
  ...(updated ? [] : ["it does not say when it was updated"]),
]

const lackOf = ({ id, link, updated }: Entry): string[] => [
  ...(id ? [] : ["an entry has no id"]),
  ...(link ? [] : [`${id} has no link`]),
  ...(updated ? [] : [`${id} does not say when it was updated`]),
]
