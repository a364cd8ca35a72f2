import { InvalidInput, type Item, type Revision } from "@pg/domain"
import { type Context, Hono } from "hono"
import { refuseOthers } from "../read-query.js"
import { answerWritten } from "../writing/answers.js"
import { type AskedChange, contentActions, readAction, readChange } from "../writing/asked-change.js"
import { longest, parseJson, readText } from "../writing/body.js"
import { demandOf, tokenIn } from "../writing/caller.js"
import { drafted, isObject } from "../writing/drafted.js"
import { readParameters } from "../writing/invalid-parameters.js"
import { readItemId } from "../writing/item-id.js"
import { changeBy, permit } from "../writing/make-revision.js"
import { mergePatch } from "../writing/merge-patch.js"
import { readPrecondition } from "../writing/precondition.js"
import { Refused } from "../writing/refused.js"
import { withProposal } from "../writing/stale.js"
import { writeOptions } from "../writing/write-once.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"

/**
 * Items written whole (`PUT`), in part (`PATCH`, RFC 7396), or with an id from here (`POST`). What is new is a draft, unless
 * `?action=publish` says otherwise.
 */
export function writeItemRoutes(options: WriteRoutesOptions): Hono {
  return new Hono()
    .put(itemPath, async (c) => {
      const id = readItemId(c.req.param("id"))
      const text = await readText(c, ["application/json"], longest.item)
      const given = parseJson(text)
      return write(c, options, { id, text, said: revisionIn(given), mean: (before) => drafted(given, id, before) })
    })
    .patch(itemPath, async (c) => {
      const id = readItemId(c.req.param("id"))
      const text = await readText(c, ["application/merge-patch+json", "application/json"], longest.item)
      const patch = parseJson(text)
      if (!isObject(patch))
        throw new InvalidInput([{ path: "", message: "must be an object: a merge patch of an item" }])
      const mean = (before: Item | undefined) => {
        if (!before) throw new Refused("absent", "There is no item of this id to be patched.")
        return drafted(mergePatch(before, patch), id, before)
      }
      return write(c, options, { id, text, said: undefined, mean })
    })
    .post("/items", async (c) => {
      const text = await readText(c, ["application/json"], longest.item)
      const given = parseJson(text)
      if (isObject(given) && given["id"] !== undefined)
        throw new InvalidInput([{ path: "id", message: "is given here: PUT /items/{id} takes one of your own" }])
      const id = options.newId()
      return write(c, options, { id, text, said: undefined, mean: (before) => drafted(given, id, before) })
    })
}

/** An item, not one of its formats, which are only read, nor a step of its life. */
export const itemPath = "/items/:id{[^/.:]+}"

/** What is written: `mean` makes the item of the one that is there; `said` is the revision that it says to come from. */
type Asked = { id: string; text: string; said: number | undefined; mean: (before: Item | undefined) => Item }

async function write(c: Context, { store, now, publicTag }: WriteRoutesOptions, { id, text, said, mean }: Asked) {
  const token = tokenIn(c)
  const at = now()
  const { isTrial, asked } = readSearch(c, at)
  const known = await readPrecondition(c, await store.current(id), publicTag, said)
  const make = (current: Revision | undefined) => {
    permit(token, asked.action, current)
    known.check(current)
    const item = mean(current?.item)
    demandOf(token, item)
    return { item, change: changeBy(token, at.toISOString(), asked) }
  }
  try {
    return answerWritten(c, await store.revise(id, make, writeOptions(c, at, text, isTrial)), isTrial)
  } catch (error) {
    throw await withProposal(error, { store, id, read: known.read, token }, mean)
  }
}

/** The words of a change that stand in the address, since the body is the item. Throws InvalidParameters. */
export function readSearch(c: Context, now: Date): { isTrial: boolean; asked: AskedChange } {
  const search = new URL(c.req.url).searchParams
  return readParameters(() => {
    refuseOthers(search, ["action", "changeNote", "updateType", "publishAt", "validate-only"])
    const { action = "edit", "validate-only": trial, ...words } = Object.fromEntries(search)
    return { isTrial: isSet(trial), asked: readChange(readAction(action, contentActions), words, now) }
  })
}

/** Whether a flag of the query string is set: `?validate-only` or `?validate-only=true`. Throws InvalidInput. */
export function isSet(value: string | undefined, name = "validate-only"): boolean {
  if (value === undefined || value === "false") return false
  if (value === "" || value === "true") return true
  throw new InvalidInput([{ path: name, message: "is a flag: leave it without a value, or set it to true" }])
}

const revisionIn = (given: unknown): number | undefined =>
  isObject(given) && Number.isInteger(given["revision"]) ? Number(given["revision"]) : undefined
