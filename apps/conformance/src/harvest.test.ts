import { expect, onTestFinished, test } from "vitest"
import { askAll } from "./ask.js"
import { examples } from "./examples.js"
import { type Newsroom, serve } from "./newsroom.js"
import { run } from "./run.js"

const by = "conformance"
const present = examples(20)

test("a harvest has every item of the archive or of a set", async ({ task }) => {
  const { url } = await open()
  const records = await harvest(url)
  expect(records).toEqual(await publishedAt(url, "items"))
  const events = await harvest(url, "--set", "kind:event")
  expect(events).toEqual(await publishedAt(url, "events"))
  task.meta.did = `oai_pmh took ${records.length} records, and ${events.length} of the events alone: all that there are`
})

test("a harvest of what has changed brings an old one up to date", async ({ task }) => {
  const newsroom = await open()
  const kept = new Map((await harvest(newsroom.url)).map((record) => [record.id, record]))
  const first = kept.size
  await change(newsroom)
  const since = await harvest(newsroom.url, "--from", "2021-09-01")
  const deleted = since.filter(({ isDeleted }) => isDeleted)
  for (const record of since) kept.set(record.id, record)
  for (const { id } of deleted) kept.delete(id)
  expect([...kept.values()].toSorted(byId)).toEqual(await publishedAt(newsroom.url, "items"))
  const tombstones = await newsroom.store.tombstones({}, 100)
  expect(deleted.map(({ id }) => id)).toEqual(tombstones.map(({ id }) => id).toSorted())
  task.meta.did = `oai_pmh took ${first} records, then the ${since.length} that had changed, ${deleted.length} of them deleted, and has ${kept.size}, which is what there is`
})

/** A newsroom with so many items that a harvest of them comes in three parts, until the check is over. */
async function open(): Promise<Newsroom> {
  const newsroom = await serve()
  onTestFinished(newsroom.close)
  await newsroom.store.putAll(present, { at: "2021-08-31T09:00:00Z", by })
  return newsroom
}

/** Edits an item, adds one, and takes three away; one of those that are withdrawn comes back. */
async function change({ store }: Newsroom): Promise<void> {
  const [edited, removed, withdrawn, restored, changedAndGone] = present
  const added = examples(21).at(-1)
  if (!edited || !removed || !withdrawn || !restored || !changedAndGone || !added) throw new Error("There are too few.")
  const title = "A title that was put <right> & proper, après coup"
  await store.put({ ...edited, title }, { at: "2021-09-01T00:00:00Z", by })
  await store.put({ ...changedAndGone, title }, { at: "2021-09-01T09:00:00Z", by, updateType: "minor" })
  await store.put(changedAndGone, { at: "2021-09-02T09:00:00Z", by, action: "remove" })
  await store.put(removed, { at: "2021-09-02T09:00:00Z", by, action: "remove" })
  await store.put(withdrawn, { at: "2021-09-02T10:00:00Z", by, action: "withdraw" })
  await store.put(restored, { at: "2021-09-02T10:00:00Z", by, action: "withdraw" })
  await store.put(restored, { at: "2021-09-03T10:00:00Z", by, action: "publish" })
  await store.put(added, { at: "2021-09-03T10:00:00Z", by })
}

type Harvested = { id: string; isDeleted: boolean; title: string | undefined }

/** What the API has, as a harvester would keep it; Dublin Core has the subtitle within the title. */
const publishedAt = async (url: string, segment: string): Promise<Harvested[]> =>
  (await askAll(`${url}/api/v1/${segment}.json?limit=100&fields=title,subtitle`))
    .map(({ id, title, subtitle }) => ({ id, isDeleted: false, title: [title, subtitle].filter(Boolean).join(": ") }))
    .toSorted(byId)

const byId = (a: Harvested, b: Harvested) => (a.id < b.id ? -1 : 1)

/** What oai_pmh gets of a repository, part after part, in order of id. It separates records by form feeds. */
async function harvest(url: string, ...args: readonly string[]): Promise<Harvested[]> {
  const asked = ["--request", "ListRecords", "--metadataPrefix", "oai_dc", ...args, `${url}/api/oai`]
  const { stdout } = await run("oai_pmh", asked, { env: { PERL_UNICODE: "SO" } })
  return stdout
    .split("\f")
    .filter((record) => record.trim() !== "")
    .map(readRecord)
    .toSorted(byId)
}

function readRecord(record: string): Harvested {
  const id = /^identifier: oai:[^:]+:(.+)$/m.exec(record)?.[1]
  if (id === undefined) throw new Error(`oai_pmh gave what is no record: ${record}`)
  const title = /<dc:title[^>]*>(.*?)<\/dc:title>/s.exec(record)?.[1]
  return { id, isDeleted: /^status: deleted$/m.test(record), title: title && unescape(title) }
}

const unescape = (text: string) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
