import { Id, type Item, type KindName, kinds, kindsByName, Slug } from "@pg/domain"
import type { Format } from "@pg/formats"
import type { ItemKey, JsonItem, Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { answer } from "../answer.js"
import type { ItemContents } from "../item-content.js"
import { cutSuffix, negotiate } from "../negotiate.js"
import { noSuchItem, notAcceptable, removed } from "../problem.js"
import { type ItemQuestion, readItemQuery, readSlugQuery, searchOf } from "../read-query.js"
import { apiPath } from "../site.js"

type Options = { store: Store; contentOfItem: ItemContents }

/** Items by id and by slug, in every format. */
export function itemRoutes(options: Options): Hono {
  const routes = new Hono()
  routes.get("/items/:id", (c) => byId(c, options))
  for (const kind of kinds) routes.get(`/${kind.segment}/:slug`, (c) => bySlug(c, kind, options))
  return routes
}

async function byId(c: Context, options: Options): Promise<Response> {
  const { name: id, format } = cutSuffix(c.req.param("id") ?? "")
  const question = readItemQuery(new URLSearchParams(searchOf(c)))
  const lower = id.toLowerCase()
  if (lower !== id && Id.safeParse(lower).success) return c.redirect(addressOfId(lower, format) + askedOf(c), 301)
  if (!Id.safeParse(id).success) return noSuchItem(c, "An item's id is a UUID in lower case, and this is none.")
  const found = await options.store.getJson(id)
  if (found !== undefined) return one(c, found, question, options, format)
  return (await gone(c, id, options, format)) ?? noSuchItem(c, "There is no item of this id.")
}

/** What was public and is no more leads to what it is part of now, or says why it was removed. */
async function gone(
  c: Context,
  key: ItemKey,
  { store }: Options,
  format: Format | undefined,
): Promise<Response | undefined> {
  const left = await store.removed(key)
  if (left?.mergedInto !== undefined) return c.redirect(addressOfId(left.mergedInto, format) + askedOf(c), 301)
  return left && removed(c, left.tombstone)
}

const addressOfId = (id: string, format: Format | undefined) =>
  `${apiPath}/items/${id}${format === undefined ? "" : `.${format.extension}`}`

/** What an address asks beside which item it is: it goes along to wherever that leads. */
function askedOf(c: Context, mark = "?"): string {
  const asked = searchOf(c)
    .split("&")
    .filter((parameter) => !/^(?:locale=|$)/.test(parameter))
  return asked.length === 0 ? "" : mark + asked.join("&")
}

async function bySlug(c: Context, { name: kind }: (typeof kinds)[number], options: Options) {
  const { name: slug, format } = cutSuffix(c.req.param("slug") ?? "")
  const { locale, ...question } = readSlugQuery(new URLSearchParams(searchOf(c)))
  const asked = { kind, slug, ...(locale !== undefined && { locale }) }
  const found = Slug.safeParse(slug).success ? await options.store.getJson(asked) : undefined
  if (found === undefined) return (await gone(c, asked, options, format)) ?? noSuchSlug(c, asked, options, format)
  const { item } = found
  const isMoved = Object.entries(asked).some(([field, value]) => item[field as keyof Item] !== value)
  return isMoved ? c.redirect(addressOf(item, format) + askedOf(c, "&"), 301) : one(c, found, question, options, format)
}

async function noSuchSlug(
  c: Context,
  { kind, slug }: { kind: KindName; slug: string },
  options: Options,
  format: Format | undefined,
): Promise<Response> {
  const detail = `There is no ${kind} of this slug`
  const other = await ofAnotherKind(slug, options)
  return other === undefined
    ? noSuchItem(c, `${detail}.`, `${apiPath}/${kindsByName[kind].segment}`)
    : noSuchItem(c, `${detail}, but there is one of kind ${other.kind}.`, addressOf(other, format))
}

/** The item of another kind that has a slug: whoever asks may have taken the one kind for the other. */
async function ofAnotherKind(slug: string, { store }: Options): Promise<Item | undefined> {
  if (!Slug.safeParse(slug).success) return undefined
  for (const { name } of kinds) {
    const found = await store.getJson({ kind: name, slug })
    if (found?.item.slug === slug) return found.item
  }
  return undefined
}

/** Where an item is now; the language goes with it, for a slug may be there in several. */
const addressOf = ({ kind, slug, locale }: Item, format: Format | undefined) =>
  `${apiPath}/${kindsByName[kind].segment}/${encodeURIComponent(slug)}` +
  `${format === undefined ? "" : `.${format.extension}`}?locale=${locale}`

/** The content that there is of an item, in the format of its address or of the Accept header. */
async function one(
  c: Context,
  found: JsonItem,
  question: ItemQuestion,
  options: Options,
  suffix?: Format,
): Promise<Response> {
  const format = suffix ?? negotiate(c)
  return format === undefined
    ? notAcceptable(c)
    : answer(c, await options.contentOfItem({ found, question, format, suffix }))
}
