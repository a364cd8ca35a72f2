import { dayOf, type Item } from "@pg/domain"
import { type Feed, formats, writeJsonList } from "@pg/formats"
import type { Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { answer } from "../answer.js"
import { type AskedList, readList } from "../asked-list.js"
import { type Collection, collections } from "../collections.js"
import { createEntries, isStepwise, type Stepwise, type WriteList } from "../entries.js"
import { findMany } from "../find-many.js"
import { negotiate } from "../negotiate.js"
import { notAcceptable } from "../problem.js"
import { searchOf } from "../read-query.js"
import { memory } from "../remember.js"
import { relatedOf } from "../related.js"
import type { Site } from "../site.js"

type Options = { store: Store; site: Site; now: () => Date; startedAt: string }

/** Every list in every format: by suffix, or by what the Accept header likes best. */
export function listRoutes(given: Options): Hono {
  const { site, store } = given
  const options = { ...given, writeList: createEntries(store, mostBytesOfEntries) }
  const routes = new Hono()
  // The same address asks the same for ever; what it says, and all links, take as long to put together as to look up the items.
  const known = memory<AskedList>(mostAddresses)
  for (const collection of collections) {
    const { segment } = collection
    routes.get(`/${segment}`, (c) => {
      const format = negotiate(c)
      if (format === undefined) return notAcceptable(c)
      const search = searchOf(c)
      const asked = known(`${segment} ${format.name}?${search}`, () => readList(search, { collection, format, site }))
      return list(c, collection, asked, { ...options, vary: "Accept" })
    })
    for (const format of formats)
      routes.get(`/${segment}.${format.extension}`, (c) => {
        const search = searchOf(c)
        const read = () => readList(search, { collection, format, suffix: format, site })
        return list(c, collection, known(`${segment}.${format.name}?${search}`, read), options)
      })
  }
  return routes
}

/** What is known of an address takes up to 10 kB. */
const mostAddresses = 300
/** Some thousand entries, as of articles. */
const mostBytesOfEntries = 8_000_000

type Means = Options & { writeList: WriteList; vary?: string }

async function list(c: Context, { kind }: Collection, asked: AskedList, options: Means) {
  const { text, locales, next } = await load({ ...options, ...asked })
  return answer(c, {
    text,
    mediaType: asked.format.mediaType,
    keys: kind === undefined ? listKeys : [...listKeys, kind],
    headers: {
      vary: options.vary,
      "content-language": [...new Set(locales)].toSorted().join(", ") || undefined,
      link: asked.links(next),
    },
  })
}

const listKeys = ["list"]

type Asked = Options & AskedList & { writeList: WriteList }
type Loaded = { text: string | Uint8Array<ArrayBuffer>; locales: readonly string[]; next: string | undefined }

/** Asks the store in the way that is cheapest for what is to be written. */
function load(asked: Asked): Promise<Loaded> {
  const { query, format } = asked
  if (query.feed === "changes") return loadChanges(asked)
  if (isStepwise(format)) return loadEntries(asked, format)
  return format.name === "json" && !query.include?.includes("relations") ? loadTexts(asked) : loadItems(asked)
}

/** Items go from the store to the answer as the texts that they are kept as. */
async function loadTexts({ store, query, fields, now }: Asked): Promise<Loaded> {
  const { items, locales, ...page } = await store.findJson(query, { today: dayOf(now()), ...(fields && { fields }) })
  return { text: writeJsonList(items, page), locales, next: page.next }
}

/** Of items that were listed before nothing is read but which revision there is. */
async function loadEntries(asked: Asked, format: Stepwise): Promise<Loaded> {
  const { store, query, frame, now, writeList } = asked
  const { heads, ...page } = await store.findHeads(query, { today: dayOf(now()) })
  const text = await writeList(format, heads, frame(page), (listed) => removedFrom(asked, listed))
  return { text, locales: localesOf(heads), next: page.next }
}

async function loadItems(asked: Asked): Promise<Loaded> {
  const { store, query, fields, format, frame, now } = asked
  const { items, ...page } = await findMany(store, query, { today: dayOf(now()) })
  const { include = [] } = query
  const feed: Feed = {
    ...frame(page),
    items,
    ...(fields && format.says.includes("fields") && { fields }),
    ...(include.includes("relations") && { related: await relatedOf(store, items) }),
    ...(include.includes("deadlines") && { deadlines: true }),
    ...(await removedFrom(asked, items)),
  }
  return { text: format.serialize(feed), locales: localesOf(items), next: page.next }
}

/** What a page tells of items that were removed; where there is nothing in it at all, since when that is so. */
async function removedFrom(asked: Asked, items: readonly unknown[]): Promise<Pick<Feed, "tombstones" | "updatedAt">> {
  const { store, query, format, now } = asked
  const tombstones =
    format.says.includes("tombstones") && query.cursor === undefined
      ? await store.tombstones(query, mostTombstones, { today: dayOf(now()) })
      : []
  if (tombstones.length > 0) return { tombstones }
  return items.length === 0 ? { updatedAt: await unchangedSince(asked) } : {}
}

/** How many removed items the first page of a feed names. */
const mostTombstones = 50

async function loadChanges(asked: Asked): Promise<Loaded> {
  const { store, query, format, frame, now } = asked
  const changes = await store.noted(query, query.limit ?? usualChanges, { today: dayOf(now()) })
  const feed = {
    ...frame({ total: changes.length }),
    items: [],
    changes,
    updatedAt: changes[0]?.at ?? (await unchangedSince(asked)),
  }
  return {
    text: format.serialize(feed),
    locales: localesOf(changes.flatMap((change) => (change.type === "put" ? [change.item] : []))),
    next: undefined,
  }
}

const usualChanges = 20

/** A feed must say when it changed: one with nothing in it has had nothing since the archive, or else this process, began. */
const unchangedSince = async ({ store, startedAt }: Asked) => (await store.earliestChange()) ?? startedAt

const localesOf = (items: readonly Pick<Item, "locale">[]) => items.map((item) => item.locale)
