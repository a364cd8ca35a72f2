import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Item, parseItem } from "@pg/domain"
import { expect, onTestFinished, test } from "vitest"
import { askText } from "./ask.js"
import { examples } from "./examples.js"
import { calendar } from "./khal.js"
import { type Newsroom, serve } from "./newsroom.js"
import { run } from "./run.js"

const by = "conformance"

/** What the examples say, as a calendar tells it; the second module of the course has no date and is not in it. */
const agenda = [
  "2020-03-30 – 2020-04-01, CANCELLED Cancelled: Expert group meeting that did not take place",
  "2021-06-15 – 2021-06-16, CONFIRMED Officers meet online",
  "2021-07-15 09:30 – 2021-07-15 17:00, CONFIRMED Symposium sur les addictions : défis & réponses",
  "2021-08-24 – 2021-08-27, CONFIRMED Executive course on drug policy, 2021–2022: Module I",
]

/** The same when the symposium has been put off to another season, with another time in Paris, and the officers' meeting cancelled. */
const agendaAfter = [
  "2020-03-30 – 2020-04-01, CANCELLED Cancelled: Expert group meeting that did not take place",
  "2021-06-15 – 2021-06-16, CANCELLED Cancelled: Officers meet online",
  "2021-08-24 – 2021-08-27, CONFIRMED Executive course on drug policy, 2021–2022: Module I",
  "2021-11-18 10:00 – 2021-11-18 16:00, CONFIRMED Symposium sur les addictions : défis & réponses",
]

test("who subscribes to the calendar sees what is moved and what is cancelled, and nothing twice", async ({ task }) => {
  const newsroom = await open()
  const { events, list } = calendar(newsroom.folder)
  const sync = synchronise(newsroom, events)
  const first = await sync()
  expect(await list()).toEqual(agenda)
  expect(await sync(), "when nothing has changed").toEqual([])

  await change(newsroom)
  const second = await sync()
  // To vdirsyncer an entry of an address is its bytes: it copies what is new and deletes what was there of it before.
  expect(second.map((step) => step.split(" ")[0]).toSorted()).toEqual(["Copying", "Copying", "Deleting", "Deleting"])
  expect(await list()).toEqual(agendaAfter)

  await newsroom.store.put(named("officers-meet-online"), { at: "2021-06-02T09:00:00Z", by, action: "withdraw" })
  await sync()
  expect(await list()).toEqual(agendaAfter.filter((line) => !line.includes("Officers")))
  task.meta.did = `vdirsyncer copied ${first.length} entries, then none, then the 2 that changed; khal has one moved, one cancelled, and loses one that is withdrawn`
})

test("who imports the calendar again has the same entries, by their UIDs", async ({ task }) => {
  const newsroom = await open()
  const { events, list, take } = calendar(newsroom.folder)
  const ics = () => askText(`${newsroom.url}/api/v1/events.ics`)
  await take(await ics())
  const files = readdirSync(events).toSorted()
  expect(await list()).toEqual(agenda)
  await change(newsroom)
  await take(await ics())
  await take(await ics())
  expect(await list()).toEqual(agendaAfter)
  expect(readdirSync(events).toSorted()).toEqual(files)
  task.meta.did = `khal has ${files.length} entries after each of 3 imports, one moved and one cancelled`
})

test("deadlines are entries of their own where they are asked for", async ({ task }) => {
  const newsroom = await open()
  const { list, take } = calendar(newsroom.folder)
  await take(await askText(`${newsroom.url}/api/v1/events.ics?include=deadlines`))
  const entries = await list()
  const deadlines = entries.filter((line) => !agenda.includes(line))
  expect(entries).toHaveLength(agenda.length + 1)
  expect(deadlines).toEqual([expect.stringMatching(/^2021-05-15 – 2021-05-15, CONFIRMED .*Executive course/)])
  task.meta.did = `khal has ${deadlines.length} deadline beside ${agenda.length} entries`
})

/** A newsroom with the examples, until the check is over. */
async function open(): Promise<Newsroom> {
  const newsroom = await serve()
  onTestFinished(newsroom.close)
  await newsroom.store.putAll(examples(), { at: "2021-05-31T09:00:00Z", by })
  return newsroom
}

/** Reschedules one event and cancels another, as an editor would. */
async function change({ store }: Newsroom): Promise<void> {
  const when = { start: "2021-11-18T10:00", end: "2021-11-18T16:00", timeZone: "Europe/Paris" }
  await store.put(parseItem({ ...named("symposium-sur-les-addictions"), when, eventStatus: "EventRescheduled" }), {
    at: "2021-06-01T09:00:00Z",
    by,
  })
  await store.put(parseItem({ ...named("officers-meet-online"), eventStatus: "EventCancelled" }), {
    at: "2021-06-01T10:00:00Z",
    by,
  })
}

function named(slug: string): Item {
  const item = examples().find((example) => example.slug === slug)
  if (!item) throw new Error(`There is no example ${slug}.`)
  return item
}

/** Subscribes to the newsroom's events; what it gives back fetches them into a folder and tells what it did to the entries. */
function synchronise({ url, folder }: Newsroom, events: string): () => Promise<string[]> {
  const config = join(folder, "vdirsyncer.conf")
  writeFileSync(config, configuration(`${url}/api/v1/events.ics`, events, join(folder, "status")))
  const vdirsyncer = (command: string) => run("vdirsyncer", ["-c", config, command], { env: { HOME: folder } })
  let discovered: Promise<unknown> | undefined
  return async () => {
    await (discovered ??= vdirsyncer("discover"))
    const { stdout, stderr } = await vdirsyncer("sync")
    return (stdout + stderr).split("\n").filter((line) => /^(?:Copying|Deleting)/.test(line))
  }
}

const configuration = (url: string, events: string, status: string) => `[general]
status_path = "${status}"

[pair subscription]
a = "newsroom"
b = "calendar"
collections = null

[storage newsroom]
type = "http"
url = "${url}"

[storage calendar]
type = "filesystem"
path = "${events}"
fileext = ".ics"
`
