import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Item } from "@pg/domain"
import { expect, onTestFinished, test } from "vitest"
import { examples } from "./examples.js"
import { type Newsroom, serve } from "./newsroom.js"
import { run } from "./run.js"

const items = examples(8)

test.for(["atom", "rss"])(
  "who subscribes to a list as %s has each item once, whatever becomes of it",
  async (extension, { task }) => {
    const newsroom = await open()
    const reload = subscribe(newsroom, `items.${extension}?limit=100`)
    const articles = await reload()
    expect(articles.map(({ guid }) => guid)).toEqual(items.map(urnOf).toSorted())
    expect(await reload()).toEqual(articles)

    const { edited, added } = await change(newsroom)
    const later = await reload()
    expect(later.map(({ guid }) => guid)).toEqual([...items, added].map(urnOf).toSorted())
    expect(later.find(({ guid }) => guid === urnOf(edited))?.title).toBe(edited.title)
    task.meta.did = `newsboat has ${articles.length} articles, the same when it reads again, ${later.length} when one item is new and one edited`
  },
)

test.for(["atom", "rss"])("who subscribes to changes as %s has each change once", async (extension, { task }) => {
  const newsroom = await open()
  const reload = subscribe(newsroom, `items.${extension}?feed=changes&limit=100`)
  const articles = await reload()
  expect(articles).toHaveLength(items.length)
  expect(await reload()).toEqual(articles)

  const { edited } = await change(newsroom)
  const later = await reload()
  expect(later).toHaveLength(items.length + 2)
  expect(later.filter(({ guid }) => guid.startsWith(urnOf(edited)))).toHaveLength(2)
  task.meta.did = `newsboat has ${articles.length} articles, the same when it reads again, ${later.length} after two changes`
})

/** A newsroom with the items, until the check is over. */
async function open(): Promise<Newsroom> {
  const newsroom = await serve()
  onTestFinished(newsroom.close)
  await newsroom.store.putAll(items, { at: "2021-08-31T09:00:00Z", by: "conformance" })
  return newsroom
}

/** Edits one item and publishes another. */
async function change({ store }: Newsroom): Promise<{ edited: Item; added: Item }> {
  const [item] = items
  const added = examples(9).at(-1)
  if (!item || !added) throw new Error("There are too few examples.")
  const edited = { ...item, title: "A title that was put <right> & proper" }
  await store.put(edited, { at: "2021-09-01T09:00:00Z", by: "conformance", changeNote: "The title was wrong." })
  await store.put(added, { at: "2021-09-01T10:00:00Z", by: "conformance" })
  return { edited, added }
}

type Article = { guid: string; title: string }

/** Subscribes to a feed; what it gives back has newsboat read it and tells which articles are in its cache then. */
function subscribe({ url, folder }: Newsroom, feed: string): () => Promise<Article[]> {
  const [urls, config, cache] = ["urls", "config", "cache.db"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(urls, `${url}/api/v1/${feed}\n`)
  writeFileSync(config, "")
  return async () => {
    await run("newsboat", ["-u", urls, "-C", config, "-c", cache, "-x", "reload"], { env: { HOME: folder } })
    const database = new DatabaseSync(cache, { readOnly: true })
    const articles = database.prepare("select guid, title from rss_item order by guid").all()
    database.close()
    return articles.map(({ guid, title }) => ({ guid: String(guid), title: String(title) }))
  }
}

const urnOf = ({ id }: Item) => `urn:uuid:${id}`
