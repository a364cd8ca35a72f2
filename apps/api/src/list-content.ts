import { dayOf, type Item } from "@pg/domain"
import { type Feed, type Format, writeJsonList } from "@pg/formats"
import type { Store } from "@pg/store"
import type { Content } from "./answer.js"
import { type AskedList, readList } from "./asked-list.js"
import type { Collection } from "./collections.js"
import { createEntries, isStepwise, type Stepwise, type WriteList } from "./entries.js"
import { findMany } from "./find-many.js"
import { needsBodyHtml } from "./needs-body-html.js"
import { relatedOf } from "./related.js"
import { memory } from "./remember.js"
import type { Site } from "./site.js"

type Options = { store: Store; site: Site; now: () => Date; startedAt: string }

/** A list in a format, which its address names by `suffix` where that is there; `search` is its query string. */
type AddressOfList = { collection: Collection; format: Format; suffix?: Format; search: string }

/** Makes what is at the address of a list. Throws InvalidInput. */
export type ListContents = (address: AddressOfList) => Promise<Content>

/** Every list in every format. */
export function createListContents(given: Options): ListContents {
  const { site, store } = given
  const options = { ...given, writeList: createEntries(store, mostBytesOfEntries) }
  // The same address asks the same for ever; what it says, and all links, take as long to put together as to look up the items.
  const known = memory<AskedList>(mostAddresses)
  return async (address) => {
    const { collection, format, suffix, search } = address
    const name = `${collection.segment}${suffix ? "." : " "}${format.name}?${search}`
    const asked = known(name, () => readList(search, { ...address, site }))
    const { text, parts, locales, next } = await load({ ...options, ...asked })
    return {
      text,
      parts,
      mediaType: format.mediaType,
      keys: collection.kind === undefined ? listKeys : [...listKeys, collection.kind],
      headers: {
        vary: suffix ? undefined : "Accept",
        "content-language": languagesOf(locales),
        link: asked.links(next),
      },
    }
  }
}

/** What is known of an address takes up to 10 kB. */
const mostAddresses = 300
/** Some thousand entries, as of articles. */
const mostBytesOfEntries = 8_000_000

const languagesOf = (locales: readonly string[]) => [...new Set(locales)].toSorted().join(", ") || undefined

const listKeys = ["list"]

type Asked = Options & AskedList & { writeList: WriteList }
type Loaded = Pick<Content, "text" | "parts"> & { locales: readonly string[]; next: string | undefined }

/** Asks the store in the way that is cheapest for what is to be written. */
function load(asked: Asked): Promise<Loaded> {
  const { query, format } = asked
  if (query.feed === "changes") return loadChanges(asked)
  if (isStepwise(format)) return loadEntries(asked, format)
  const hasMore = query.include?.some((one) => one === "relations" || one === "bodyHtml")
  return format.name === "json" && !hasMore ? loadTexts(asked) : loadItems(asked)
}

/** Items go from the store to the answer as the texts that they are kept as. */
async function loadTexts({ store, query, fields, now }: Asked): Promise<Loaded> {
  const found = await store.findJson(query, { today: dayOf(now()), ...(fields && { fields }) })
  const { items, locales, hashes, ...page } = found
  const parts = hashes && [...hashes, writeJsonList([], page)]
  return { text: writeJsonList(items, page), parts, locales, next: page.next }
}

/** Of items that were listed before nothing is read but which revision there is. */
async function loadEntries(asked: Asked, format: Stepwise): Promise<Loaded> {
  const { store, query, frame, now, writeList } = asked
  const { heads, ...page } = await store.findHeads(query, { today: dayOf(now()) })
  const written = await writeList(format, heads, frame(page), (listed) => removedFrom(asked, listed))
  return { ...written, locales: localesOf(heads), next: page.next }
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
    ...(needsBodyHtml(format, query) && { bodyHtml: await store.bodies(items.map(({ id }) => id)) }),
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
