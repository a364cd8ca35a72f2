import { InvalidInput, kinds, type KindName, type State, states } from "@pg/domain"
import { type Context, Hono } from "hono"
import { refuseOthers } from "../read-query.js"
import { answerPrivately, revisionPath } from "../writing/answers.js"
import { demand, demandOf, isFor, tokenIn } from "../writing/caller.js"
import { compareItems } from "../writing/compare-items.js"
import { readItemId } from "../writing/item-id.js"
import { numberIn } from "../writing/number-in.js"
import { tagOf } from "../writing/precondition.js"
import { Refused } from "../writing/refused.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"
import { isSet } from "./write-items.js"

/**
 * What editors read and the public does not: the revisions of an item, one of them (`latest` is the last), what changed from
 * one to another; and `/drafts`, the items that are not public, or of which an import left something to be decided.
 */
export function revisionRoutes({ store }: Pick<WriteRoutesOptions, "store">): Hono {
  return new Hono()
    .get("/items/:id/revisions", async (c) => {
      const id = readItemId(c.req.param("id"))
      const search = searchOf(c, ["below", "limit"])
      const below = numberIn(search, "below", 1, 2 ** 31 - 1) ?? 2 ** 31 - 1
      const limit = numberIn(search, "limit", 1, 100) ?? 20
      const revisions = await store.revisions(id, below, limit)
      const [first] = revisions
      if (!first) throw absent()
      permitToRead(c, first.item)
      const last = revisions.at(-1)?.revision ?? 1
      const conflicts = await store.conflicts(id)
      return answerPrivately(c, {
        // Of what it was in a kind or a language that the token is not for, nothing is told.
        revisions: revisions
          .filter(({ item }) => isFor(tokenIn(c), item))
          .map(({ item: { title }, imported: _, ...rest }) => ({ ...rest, title })),
        ...(conflicts.length > 0 && { conflicts }),
        ...(last > 1 && { next: last }),
      })
    })
    .get("/items/:id/revisions/:revision", async (c) => {
      searchOf(c, [])
      const revision = await one(c, c.req.param("revision"))
      return answerPrivately(c, revision, {
        headers: { etag: tagOf(revision), "content-location": revisionPath(revision) },
      })
    })
    .get("/items/:id/revisions/:revision/diff", async (c) => {
      const search = searchOf(c, ["from"])
      const to = await one(c, c.req.param("revision"))
      const from = numberIn(search, "from", 0, 2 ** 31 - 1) ?? to.revision - 1
      const base = from === 0 ? undefined : await one(c, String(from))
      return answerPrivately(c, { from, to: to.revision, changes: compareItems(base?.item, to.item) })
    })
    .get("/drafts", async (c) => {
      const token = tokenIn(c)
      demand(token, "items:read")
      const search = searchOf(c, ["state", "kind", "conflicts", "cursor", "limit"])
      const limit = numberIn(search, "limit", 1, 100) ?? 20
      const before = cursorIn(search)
      const asked = valuesIn<KindName>(
        search,
        "kind",
        kinds.map(({ name }) => name),
      )
      const allowed =
        token.kinds.length > 0 ? (asked ?? token.kinds).filter((kind) => token.kinds.includes(kind)) : asked
      const found = await store.unpublished({
        states: valuesIn<State>(search, "state", states) ?? ["draft", "review", "scheduled", "withdrawn"],
        ...(isSet(search.get("conflicts") ?? undefined, "conflicts") && { inConflict: true, states }),
        ...(allowed && { kinds: allowed }),
        ...(token.locales.length > 0 && { locales: token.locales }),
        ...(before !== undefined && { before }),
        limit: limit + 1,
      })
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      return answerPrivately(c, {
        drafts: shown.map(({ revision: { imported: _, ...revision }, conflicts }) => ({
          ...revision,
          ...(conflicts.length > 0 && { conflicts }),
        })),
        ...(found.length > limit && last && { next: store.sign(`drafts ${last.revision.seq}`) }),
      })
    })

  async function one(c: Context, number: string) {
    const id = readItemId(c.req.param("id"))
    const found = number === "latest" ? await store.current(id) : await store.revision(id, wholeNumber(number))
    if (!found) throw absent()
    permitToRead(c, found.item)
    return found
  }

  function cursorIn(search: URLSearchParams): number | undefined {
    const cursor = search.get("cursor")
    if (cursor === null) return undefined
    const seq = /^drafts (\d+)$/.exec(store.unsign(cursor) ?? "")?.[1]
    if (seq === undefined) throw new InvalidInput([{ path: "cursor", message: "is not one that /drafts gave as next" }])
    return Number(seq)
  }
}

const absent = () => new Refused("absent", "There is no such item, or no such revision of it.")

function permitToRead(c: Context, item: Parameters<typeof demandOf>[1]): void {
  demand(tokenIn(c), "items:read")
  demandOf(tokenIn(c), item)
}

const wholeNumber = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0)

/** The query string of a request that takes these parameters, each once. Throws InvalidInput. */
function searchOf(c: Context, known: readonly string[]): URLSearchParams {
  const search = new URL(c.req.url).searchParams
  refuseOthers(search, known)
  return search
}

function valuesIn<Value extends string>(
  search: URLSearchParams,
  name: string,
  known: readonly Value[],
): Value[] | undefined {
  const texts = search.getAll(name).flatMap((text) => text.split(",").filter(Boolean))
  const stray = texts.find((text) => !known.some((value) => value === text))
  if (stray !== undefined)
    throw new InvalidInput([{ path: name, message: `"${stray.slice(0, 60)}" is none of ${known.join(", ")}` }])
  return texts.length === 0 ? undefined : (texts as Value[])
}
