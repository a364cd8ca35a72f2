import { type Item, type ItemQuery, type KindName, Id, kinds, kindsByName, Slug } from "@pg/domain"
import { type Format, formats } from "@pg/formats"
import type { Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { answer } from "../answer.js"
import { feedOf, itemFeedOf } from "../feed.js"
import { cutSuffix, negotiate } from "../negotiate.js"
import { noSuchItem } from "../problem.js"
import { readListQuery, readLocale, readNothing } from "../read-query.js"
import { apiPath, type Site } from "../site.js"

/** A list and what is in it: all items, or those of one kind. */
type Collection = { segment: string; kind?: KindName }

/** All items, and the items of each kind under the kind's own segment. */
export const collections: readonly Collection[] = [
  { segment: "items" },
  ...kinds.map(({ segment, name }) => ({ segment, kind: name })),
]

type Options = { store: Store; site: Site; startedAt: string }

/** Lists of items, and items by id and by slug, in every format. */
export function itemRoutes(options: Options): Hono {
  const routes = new Hono()
  for (const collection of collections) {
    routes.get(`/${collection.segment}`, (c) => list(c, collection, options))
    for (const format of formats)
      routes.get(`/${collection.segment}.${format.extension}`, (c) => list(c, collection, options, format))
  }
  routes.get("/items/:id", (c) => byId(c, options))
  for (const kind of kinds) routes.get(`/${kind.segment}/:slug`, (c) => bySlug(c, kind, options))
  return routes
}

async function list(c: Context, collection: Collection, { store, site, startedAt }: Options, suffix?: Format) {
  const asked = readListQuery(new URL(c.req.url).searchParams, collection.kind)
  const query: ItemQuery = collection.kind === undefined ? asked : { ...asked, kind: [collection.kind] }
  const page = await store.find(query)
  const format = suffix ?? negotiated(c)
  const feed = feedOf({
    page,
    query: asked,
    segment: collection.segment,
    extension: suffix?.extension,
    site,
    startedAt,
  })
  return answer(c, {
    text: format.serialize(feed),
    mediaType: format.mediaType,
    headers: {
      "Content-Language": languagesOf(page.items),
      Link: feed.nextUrl === undefined ? undefined : `<${feed.nextUrl}>; rel="next"`,
    },
  })
}

async function byId(c: Context, options: Options) {
  const { name, format } = cutSuffix(c.req.param("id") ?? "")
  readNothing(new URL(c.req.url).searchParams)
  if (!Id.safeParse(name).success) return noSuchItem(c, "An item's id is a UUID in lower case, and this is none.")
  const item = await options.store.get(name)
  if (item === undefined) return noSuchItem(c, "There is no item of this id.")
  return one(c, item, options, format)
}

async function bySlug(c: Context, { name: kind, segment }: (typeof kinds)[number], options: Options) {
  const { name: slug, format } = cutSuffix(c.req.param("slug") ?? "")
  const asked = { kind, slug, ...readLocale(new URL(c.req.url).searchParams) }
  const item = Slug.safeParse(slug).success ? await options.store.get(asked) : undefined
  if (item === undefined) return noSuchItem(c, `There is no ${kind} of this slug.`, `${apiPath}/${segment}`)
  const isMoved = Object.entries(asked).some(([field, value]) => item[field as keyof Item] !== value)
  return isMoved ? c.redirect(addressOf(item, format), 301) : one(c, item, options, format)
}

/** Where an item is now; the language goes with it, for a slug may be there in several. */
const addressOf = ({ kind, slug, locale }: Item, format: Format | undefined) =>
  `${apiPath}/${kindsByName[kind].segment}/${encodeURIComponent(slug)}` +
  `${format === undefined ? "" : `.${format.extension}`}?locale=${locale}`

function one(c: Context, item: Item, { site }: Options, suffix?: Format) {
  const format = suffix ?? negotiated(c)
  return answer(c, {
    text: format.serializeItem(item, itemFeedOf(item, site, suffix?.extension)),
    mediaType: format.mediaType,
    headers: {
      "Content-Language": item.locale,
      "Last-Modified": item.updatedAt === undefined ? undefined : new Date(item.updatedAt).toUTCString(),
    },
  })
}

/** An address without a suffix gives one format or another: caches must know by what. */
function negotiated(c: Context): Format {
  c.header("Vary", "Accept", { append: true })
  return negotiate(c)
}

const languagesOf = (items: readonly Item[]) =>
  [...new Set(items.map((item) => item.locale))].toSorted().join(", ") || undefined
