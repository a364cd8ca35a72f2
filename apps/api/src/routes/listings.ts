import { hash } from "node:crypto"
import { setImmediate } from "node:timers/promises"
import { type Action, InvalidInput, type Item, Locale, type Revision } from "@pg/domain"
import type { Beside } from "@pg/store"
import { type Context, Hono } from "hono"
import { asProblem } from "../problem.js"
import { refuseOthers } from "../read-query.js"
import { auditPart } from "../writing/audited.js"
import { answerPrivately } from "../writing/answers.js"
import { longest, readText } from "../writing/body.js"
import { demandOf, tokenIn } from "../writing/caller.js"
import { permit } from "../writing/make-revision.js"
import { readAction } from "../writing/asked-change.js"
import { tagOf } from "../writing/precondition.js"
import { writeOptions } from "../writing/write-once.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"
import { isSet } from "./write-items.js"

/**
 * A listing as text, `POST /listings`: its items are read, and each is written, or merged with what was here of it, with a result
 * of its own that says where each field stands in the text. What is new is a draft, unless `?action=publish` says otherwise;
 * with `?validate-only` nothing is written. Reading the same again writes nothing.
 */
export function listingRoutes(options: WriteRoutesOptions): Hono {
  return new Hono().post("/listings", async (c) => {
    const search = new URL(c.req.url).searchParams
    refuseOthers(search, ["source", "sourceUrl", "locale", "action", "validate-only"])
    const { source = "newsroom listing", action = "edit", "validate-only": trial, ...how } = Object.fromEntries(search)
    const isTrial = isSet(trial)
    const first = readAction(action, ["edit", "submit", "publish"] as const)
    refuseUnknownLanguage(search.get("locale"))
    const text = await readText(c, ["text/plain"], longest.listing)
    const at = options.now()
    const { parseListingInSteps } = await import("@pg/listing")
    const steps = parseListingInSteps(text, { source, ...how, retrievedAt: at.toISOString() })
    const { items, issues } = await takeInTurn(steps)
    const digest = hash("sha256", text)
    const results = []
    for (const [index, item] of items.entries()) {
      results.push(await one(c, options, { item, index, first, isTrial, at, digest }))
      // SQLite answers at once: without this, nobody else would be answered until all are written.
      await setImmediate()
    }
    return answerPrivately(c, { ...countOf(results), items: results, issues })
  })
}

/** Takes all steps, and lets others be answered between them: a listing may take a second to read. */
async function takeInTurn<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await setImmediate()
  }
}

/** A tag that is one, of no language that there is, would make items that nobody finds. Throws InvalidInput. */
function refuseUnknownLanguage(locale: string | null): void {
  if (locale === null || !Locale.safeParse(locale).success) return
  const language = locale.split("-")[0] ?? ""
  if (new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(language) === undefined)
    throw new InvalidInput([{ path: "locale", message: `"${language}" is the tag of no language` }])
}

type Result = { index: number; status: number; outcome?: string; item: Item; [more: string]: unknown }
type Asked = { item: Item; index: number; first: Action; isTrial: boolean; at: Date; digest: string }

async function one(c: Context, { store }: WriteRoutesOptions, asked: Asked): Promise<Result> {
  const { item: read, index, first, isTrial, at, digest } = asked
  const { mergeImported } = await import("@pg/listing")
  const token = tokenIn(c)
  const make = async (current: Revision | undefined, { base }: Beside) => {
    if (!current) {
      permit(token, first, current)
      demandOf(token, read)
      return { item: read, change: { at: at.toISOString(), by: token.name, action: first } }
    }
    const { item, conflicts } = await mergeImported(current.item, read, base)
    // What was taken away is not brought back by being read again.
    const action = current.state === "gone" || current.state === "merged" ? undefined : ("edit" as const)
    if (action) permit(token, action, current)
    demandOf(token, item)
    return {
      item: action ? item : current.item,
      change: { at: at.toISOString(), by: token.name, ...(action && { action }) },
      imported: read,
      ...(conflicts.length > 0 && { conflicts }),
    }
  }
  try {
    const { outcome, revision } = await store.revise(read.id, make, writeOptions(c, at, digest, isTrial, `#${index}`))
    return {
      index,
      status: outcome === "created" && !isTrial ? 201 : 200,
      outcome,
      state: revision.state,
      revision: revision.revision,
      etag: tagOf(revision),
      ...(revision.conflicts && outcome === "changed" && { conflicts: revision.conflicts }),
      item: revision.item,
    }
  } catch (error) {
    if (error instanceof InvalidInput && error.issues.some(({ path }) => path === "Idempotency-Key")) throw error
    const refusal = asProblem(c, error)
    const reason = error instanceof Error ? error.message : ""
    await auditPart(c, store, at, { status: refusal.status, id: read.id, reason })
    return { index, item: read, ...refusal }
  }
}

function countOf(results: readonly Result[]) {
  const of = (outcome: string) => results.filter((result) => result.outcome === outcome).length
  const refused = results.filter(({ outcome }) => outcome === undefined).length
  return { read: results.length, created: of("created"), changed: of("changed"), unchanged: of("unchanged"), refused }
}
