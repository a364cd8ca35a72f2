import { Id } from "@pg/domain"
import type { Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { answer } from "../answer.js"
import { writeLink } from "../link-header.js"
import { type AnchoredLink, linksetOf, linksetTypes } from "../links.js"
import { writeLinksetJson } from "../linkset-json.js"
import { preferredType } from "../negotiate.js"
import { noSuchItem, removed } from "../problem.js"
import { readNothing } from "../read-query.js"
import { apiPath, type Site } from "../site.js"

type Options = { store: Store; site: Site }
type LinksetType = (typeof linksetTypes)[number]

/**
 * Everything that links say of an item, as a link set (RFC 9264): `/items/{id}/linkset`, with `.json` or `.txt` or as the
 * Accept header likes best.
 */
export function linksetRoutes(options: Options): Hono {
  const routes = new Hono()
  routes.get("/items/:id/linkset", (c) => linkset(c, options, negotiated(c), { vary: "Accept" }))
  for (const type of linksetTypes) routes.get(`/items/:id/linkset.${type.extension}`, (c) => linkset(c, options, type))
  return routes
}

async function linkset(
  c: Context,
  { store, site }: Options,
  { type, extension }: LinksetType,
  headers: { vary?: string } = {},
): Promise<Response> {
  readNothing(new URL(c.req.url).searchParams)
  const id = c.req.param("id") ?? ""
  if (!Id.safeParse(id).success) return noSuchItem(c, "An item's id is a UUID in lower case, and this is none.")
  const item = await store.get(id)
  if (item === undefined) return absent(c, id, store)
  return answer(c, { text: writers[extension](linksetOf(item, site)), mediaType: type, headers })
}

async function absent(c: Context, id: string, store: Store): Promise<Response> {
  const left = await store.removed(id)
  if (left?.mergedInto !== undefined) return c.redirect(`${apiPath}/items/${left.mergedInto}/linkset`, 301)
  return left === undefined ? noSuchItem(c, "There is no item of this id.") : removed(c, left.tombstone)
}

/** Whoever likes neither gets the usual one: what it says is known by its media type. */
function negotiated(c: Context): LinksetType {
  const liked = preferredType(
    c,
    linksetTypes.map(({ type }) => type),
  )
  return linksetTypes.find(({ type }) => type === liked) ?? linksetTypes[0]
}

const writers: Record<LinksetType["extension"], (links: readonly AnchoredLink[]) => string> = {
  json: writeLinksetJson,
  txt: (links) => `${links.map(writeLink).join(",\n")}\n`,
}
