import { fieldsOf, type Item, type ItemQuery, type KindName, kinds, type Page } from "@pg/domain"
import { type Feed, type Format, formats, writeJsonList } from "@pg/formats"
import type { Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { answer } from "../answer.js"
import { dayOf } from "../day.js"
import { feedOf } from "../feed.js"
import { findMany } from "../find-many.js"
import { writeLinkHeader } from "../link-header.js"
import { linksOfList } from "../list-links.js"
import { extensionOf, negotiated } from "../negotiate.js"
import { notAcceptable } from "../problem.js"
import { readListQuery, refuseUnsaid } from "../read-query.js"
import { relatedOf } from "../related.js"
import type { Site } from "../site.js"

/** A list and what is in it: all items, or those of one kind. */
export type Collection = { segment: string; kind?: KindName }

/** All items, and the items of each kind under the kind's own segment. */
export const collections: readonly Collection[] = [
  { segment: "items" },
  ...kinds.map(({ segment, name }) => ({ segment, kind: name })),
]

type Options = { store: Store; site: Site; now: () => Date; startedAt: string }

/** Every list in every format: by suffix, or by what the Accept header likes best. */
export function listRoutes(options: Options): Hono {
  const routes = new Hono()
  for (const collection of collections) {
    routes.get(`/${collection.segment}`, (c) => list(c, collection, options))
    for (const format of formats)
      routes.get(`/${collection.segment}.${format.extension}`, (c) => list(c, collection, options, format))
  }
  return routes
}

async function list(c: Context, { segment, kind }: Collection, options: Options, suffix?: Format): Promise<Response> {
  const format = suffix ?? negotiated(c)
  if (format === undefined) return notAcceptable(c)
  const query = readListQuery(new URL(c.req.url).searchParams, kind)
  refuseUnsaid(query, format, formats)
  const { text, locales, next } = await load({
    ...options,
    format,
    query: {
      ...query,
      ...(kind !== undefined && { kind: [kind] }),
      ...(query.limit === undefined && format.usualLimit !== undefined && { limit: format.usualLimit }),
    },
    frame: (page) => feedOf({ page, query, segment, extension: extensionOf(format, suffix), site: options.site }),
  })
  return answer(c, {
    text,
    mediaType: format.mediaType,
    keys: ["list", ...(kind === undefined ? [] : [kind])],
    headers: {
      "Content-Language": [...new Set(locales)].toSorted().join(", ") || undefined,
      Link: writeLinkHeader(
        linksOfList({ segment, query, next, given: format, extension: suffix?.extension }, options.site),
      ),
    },
  })
}

type Asked = Options & {
  format: Format
  query: ItemQuery
  frame: (page: Omit<Page, "items">) => Omit<Feed, "items">
}
type Loaded = { text: string; locales: readonly string[]; next: string | undefined }

/** Asks the store in the way that is cheapest for what is to be written. */
function load(asked: Asked): Promise<Loaded> {
  const { query, format } = asked
  if (query.feed === "changes") return loadChanges(asked)
  return format.name === "json" && !query.include?.includes("relations") ? loadTexts(asked) : loadItems(asked)
}

/** Items go from the store to the answer as the texts that they are kept as. */
async function loadTexts({ store, query, frame, now }: Asked): Promise<Loaded> {
  const fields = fieldsOf(query, "list")
  const { items, locales, ...page } = await store.findJson(query, { today: dayOf(now()), ...(fields && { fields }) })
  const feed = frame(page)
  return { text: writeJsonList(items, feed), locales, next: page.next }
}

async function loadItems(asked: Asked): Promise<Loaded> {
  const { store, query, format, frame, now } = asked
  const { items, ...page } = await findMany(store, query, { today: dayOf(now()) })
  const { include = [] } = query
  const fields = fieldsOf(query, "list")
  const tombstones =
    format.says.includes("tombstones") && query.cursor === undefined
      ? await store.tombstones(query, mostTombstones, { today: dayOf(now()) })
      : []
  const feed: Feed = {
    ...frame(page),
    items,
    ...(fields && format.says.includes("fields") && { fields }),
    ...(include.includes("relations") && { related: await relatedOf(store, items) }),
    ...(include.includes("deadlines") && { deadlines: true }),
    ...(tombstones.length > 0 && { tombstones }),
    ...(items.length + tombstones.length === 0 && { updatedAt: await unchangedSince(asked) }),
  }
  return { text: format.serialize(feed), locales: localesOf(items), next: page.next }
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

const localesOf = (items: readonly Item[]) => items.map((item) => item.locale)
