import { type Conflict, InvalidInput, type Item, parseItem, plainMessage, type Revision, scopeOf } from "@pg/domain"
import type { Beside, Revise, Store } from "@pg/store"
import { type Context, Hono } from "hono"
import type { z } from "zod"
import { refuseOthers } from "../read-query.js"
import { answerPrivately, answerWritten } from "../writing/answers.js"
import { readAction, readChange, words } from "../writing/asked-change.js"
import { longest, parseJson, readText } from "../writing/body.js"
import { demand, demandOf, tokenIn } from "../writing/caller.js"
import { InvalidParameters } from "../writing/invalid-parameters.js"
import { readItemId } from "../writing/item-id.js"
import { actedOn, changeBy, permit } from "../writing/make-revision.js"
import { type Known, readPrecondition } from "../writing/precondition.js"
import { Refused } from "../writing/refused.js"
import { Previewing, Resolving, Restoring, steps } from "../writing/step-bodies.js"
import { withCurrent } from "../writing/stale.js"
import { writeOptions } from "../writing/write-once.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"
import { isSet } from "./write-items.js"

/**
 * Steps of an item's life, as `POST /items/{id}:publish`, `:withdraw` …; with them `:restore` of an earlier revision,
 * `:resolve` of what an import left open, and `:preview`, a link by which somebody without a token sees it for a while.
 */
export function itemActionRoutes(options: WriteRoutesOptions): Hono {
  return new Hono().post(stepPath, async (c) => {
    const [address, name = ""] = (c.req.param("step") ?? "").split(":")
    const id = readItemId(address)
    const token = tokenIn(c)
    if (!token.scopes.includes("items:publish")) demand(token, "items:write")
    const current = await options.store.current(id)
    if (!current) throw new Refused("absent", "There is no item of this id.")
    demandOf(token, current.item)
    const text =
      c.req.header("Content-Type") === undefined ? "{}" : await readText(c, ["application/json"], longest.item)
    const said = text.trim() === "" ? {} : parseJson(text)
    const search = new URL(c.req.url).searchParams
    if (name === "preview") {
      refuseOthers(search, [])
      return preview(c, options, current, said)
    }
    refuseWords(search)
    refuseOthers(search, ["validate-only"])
    const isTrial = isSet(search.get("validate-only") ?? undefined)
    const at = options.now()
    const known = await readPrecondition(c, current, options.publicTag)
    const make = await makerOf(c, options.store, { id, name, said, known, at: at.toISOString() })
    try {
      return answerWritten(c, await options.store.revise(id, make, writeOptions(c, at, text, isTrial)), isTrial)
    } catch (error) {
      throw await withCurrent(error, { store: options.store, id, token })
    }
  })
}

/** An item's id and what is done with it. */
export const stepPath = "/items/:step{[^/]+:[^/]+}"

type Asked = { id: string; name: string; said: unknown; known: Known; at: string }

/** What is said of a step is its body, since it has no item there. Throws InvalidParameters. */
function refuseWords(search: URLSearchParams): void {
  const stray = [...new Set(search.keys())].filter((name) => Object.hasOwn(words, name))
  if (stray.length > 0)
    throw new InvalidParameters(
      stray.map((path) => ({ path, message: `goes into the body of a step, as JSON: {"${path}":…}` })),
    )
}

/** A step by its name. A change of what an item says is no address of its own. Throws InvalidInput. */
function stepOf(name: string) {
  if (name !== "edit" && name !== "correct") return readAction(name, steps)
  const how = `PATCH /items/{id}?action=${name}`
  throw new InvalidInput([{ path: "action", message: `"${name}" comes with what is to be changed: ${how}` }])
}

async function makerOf(c: Context, store: Store, asked: Asked): Promise<Revise> {
  if (asked.name === "restore") return restoring(c, store, asked)
  if (asked.name === "resolve") return resolving(c, asked)
  const token = tokenIn(c)
  const change = readChange(stepOf(asked.name), asked.said, new Date(asked.at))
  return async (current, beside) => {
    permit(token, change.action, current)
    const before = checked(current, asked.known)
    await refuseNotPublic(change.into, beside)
    return { item: parseItem(actedOn(before.item, change)), change: changeBy(token, asked.at, change) }
  }
}

/** What an item becomes part of is there when it is written that it does. Throws InvalidInput. */
async function refuseNotPublic(into: string | undefined, { current }: Beside): Promise<void> {
  if (into !== undefined && (await current(into))?.state !== "published")
    throw new InvalidInput([{ path: "into", message: "is the id of no item that is public" }])
}

/** What the item was at one of its revisions, as a new one; its slug and source stay as they are. */
async function restoring(c: Context, store: Store, { id, said, known, at }: Asked): Promise<Revise> {
  const { revision, ...words } = read(Restoring, said)
  const then = await store.revision(id, revision)
  if (!then) throw new InvalidInput([{ path: "revision", message: `there is no revision ${revision} of this item` }])
  const change = readChange("edit", { changeNote: `Revision ${revision} restored`, ...words }, new Date(at))
  return (current) => {
    permit(tokenIn(c), "edit", current)
    const before = checked(current, known)
    const { source: _, ...content } = then.item
    const { slug, source } = before.item
    const item = parseItem({
      ...content,
      ...(before.item.kind === content.kind && { slug }),
      ...(source && { source }),
    })
    demandOf(tokenIn(c), item)
    return { item, change: changeBy(tokenIn(c), at, change) }
  }
}

/** Decides of fields that an import left open: they stay as they are (`ours`), or become what the import says. */
function resolving(c: Context, { said, known, at }: Asked): Revise {
  const { fields, take } = read(Resolving, said)
  return async (current, beside) => {
    permit(tokenIn(c), "edit", current)
    const before = checked(current, known)
    const conflicts = await beside.conflicts()
    refuseDecided(fields, conflicts)
    const item = take === "ours" ? before.item : taken(before.item, fields, conflicts)
    demandOf(tokenIn(c), item)
    const updateType = take === "ours" ? ("minor" as const) : ("major" as const)
    return { item, change: { at, by: tokenIn(c).name, action: "edit", updateType, resolves: fields } }
  }
}

function refuseDecided(fields: readonly string[], conflicts: readonly Conflict[]): void {
  const stray = fields.findIndex((field) => !conflicts.some((conflict) => conflict.field === field))
  if (stray < 0) return
  const open = conflicts.map(({ field }) => field).join(", ") || "none"
  throw new InvalidInput([{ path: `fields.${stray}`, message: `waits for no decision; open are: ${open}` }])
}

function taken(item: Item, fields: readonly string[], conflicts: readonly Conflict[]): Item {
  const theirs = new Map(conflicts.map((conflict) => [conflict.field, conflict.theirs]))
  const kept = Object.entries(item).filter(([field]) => !fields.includes(field))
  const changed = fields.flatMap((field) => (theirs.get(field) === undefined ? [] : [[field, theirs.get(field)]]))
  return parseItem(Object.fromEntries([...kept, ...changed]))
}

async function preview(c: Context, { store, site, now }: WriteRoutesOptions, current: Revision, said: unknown) {
  const { expiresIn } = read(Previewing, said)
  const token = tokenIn(c)
  demand(token, scopeOf("draft", "edit"))
  demandOf(token, current.item)
  if (current.state === "gone" || current.state === "merged")
    throw new Refused("unfit", `An item that is ${current.state} is not shown to anybody any more.`, {
      members: { state: current.state, actions: [] },
    })
  const expires = Math.floor(now().getTime() / 1000) + expiresIn
  const url = site.url(`/preview/${store.sign(`preview ${current.itemId} ${expires}`)}`)
  return answerPrivately(
    c,
    { url, expiresAt: new Date(expires * 1000).toISOString() },
    { status: 201, headers: { location: url } },
  )
}

function checked(current: Revision | undefined, known: Known): Revision {
  known.check(current)
  if (!current) throw new Refused("absent", "There is no item of this id.")
  return current
}

function read<Schema extends z.ZodType>(schema: Schema, said: unknown): z.infer<Schema> {
  const result = schema.safeParse(said)
  if (result.success) return result.data
  throw new InvalidInput(
    result.error.issues.map(({ path, message }) => ({
      path: path.map(String).join("."),
      message: plainMessage(message),
    })),
  )
}
