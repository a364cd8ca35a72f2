import { setImmediate } from "node:timers/promises"
import { Id, InvalidInput, type Revision } from "@pg/domain"
import { type Context, Hono } from "hono"
import { asLastProblem, asProblem, type ReportError } from "../problem.js"
import { apiPath } from "../site.js"
import { openHeaders } from "../open-headers.js"
import type { AskedChange } from "../writing/asked-change.js"
import { auditPart } from "../writing/audited.js"
import { answerPrivately } from "../writing/answers.js"
import { checkCoding, checkLength, type Line, longest, parseJson, readLines, readText } from "../writing/body.js"
import { demandOf, tokenIn } from "../writing/caller.js"
import { drafted, isObject } from "../writing/drafted.js"
import { changeBy, permit } from "../writing/make-revision.js"
import { Refused } from "../writing/refused.js"
import { tagOf } from "../writing/precondition.js"
import { writeOptions } from "../writing/write-once.js"
import type { WriteRoutesOptions } from "../writing/write-options.js"
import { readSearch } from "./write-items.js"

/**
 * Many items in one request, `POST /items:batch`: an array of up to 1000 as JSON, or any number as NDJSON, which is answered line
 * by line as they are written. Each is written by itself, with a result of its own. An item that is there already is changed
 * where its `revision` says which one of it was read, as it stands in what the API gives.
 */
export function batchRoutes(options: WriteRoutesOptions): Hono {
  return new Hono().post("/items:batch", (c) => {
    const { isTrial, asked } = readSearch(c, options.now())
    const type = (c.req.header("Content-Type") ?? "").split(";", 1)[0]?.trim().toLowerCase()
    checkCoding(c)
    checkLength(c, longest.batch)
    const put = (given: unknown, part: number) => one(c, options, given, { asked, isTrial, part })
    return type === ndjson ? answerLines(c, put, options.reportError) : answerArray(c, put)
  })
}

const ndjson = "application/x-ndjson"
const mostInArray = 1000

type Put = (given: unknown, part: number) => Promise<Result>

/** What came of one item of a batch: as the answer to a `PUT` of it would have been. */
type Result = {
  index: number
  status: number
  id?: string
  outcome?: string
  revision?: number
  etag?: string
  problem?: object
  brokenOff?: true
}

async function answerArray(c: Context, put: Put): Promise<Response> {
  const given = parseJson(await readText(c, ["application/json", ndjson], longest.batch))
  const items = Array.isArray(given) ? given : isObject(given) ? given["items"] : undefined
  if (!Array.isArray(items))
    throw new InvalidInput([
      { path: "", message: 'must be an array of items, or {"items":[…]}; NDJSON is read as application/x-ndjson' },
    ])
  if (items.length > mostInArray)
    throw new InvalidInput([
      { path: "items", message: `has ${items.length} items, and at most ${mostInArray} can be: send more as NDJSON` },
    ])
  const results: Result[] = []
  for (const [index, item] of items.entries()) {
    results.push(await put(item, index))
    // SQLite answers at once: without this, nobody else would be answered until all are written.
    await setImmediate()
  }
  return answerPrivately(c, { results })
}

/** Each line is answered when it is written, so that neither side keeps the whole. */
function answerLines(c: Context, put: Put, report: ReportError): Response {
  const lines = async function* () {
    let index = 0
    let line = 1
    try {
      for await (const read of readLines(c, longest.batch)) {
        line = read.number
        yield lineOf({ line, ...(await putLine(c, put, read, index)) })
        index++
        line++
      }
    } catch (error) {
      // What was written before it stays written, and has been told.
      yield lineOf({ line, index, ...brokenOff(asLastProblem(c, error, report)) })
    }
  }
  return new Response(streamOf(lines()), {
    // Where it is broken off, what has not been read of the request leaves no room for another on this connection.
    headers: { ...openHeaders, "content-type": ndjson, "cache-control": "private, no-store", connection: "close" },
  })
}

const lineOf = (result: Result & { line?: number }) => `${JSON.stringify(result)}\n`

const brokenOff = ({ status, problem }: ReturnType<typeof asLastProblem>) => ({
  status,
  problem: {
    ...problem,
    detail: `${String(problem["detail"])} The batch was broken off here: what was sent after this has not been tried.`,
  },
  brokenOff: true as const,
})

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      // What is refused is refused at once: without this, nothing else would run until all is answered.
      await setImmediate()
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => void (await texts.return(undefined)),
  })
}

async function putLine(c: Context, put: Put, line: Line, index: number): Promise<Result> {
  let given: unknown
  try {
    if ("refusal" in line) throw line.refusal
    given = parseJson(line.text, "The line")
  } catch (error) {
    return { index, ...asProblem(c, error) }
  }
  return put(given, index)
}

async function one(
  c: Context,
  { store, now, newId }: WriteRoutesOptions,
  given: unknown,
  { asked, isTrial, part }: { asked: AskedChange; isTrial: boolean; part: number },
): Promise<Result> {
  try {
    const id = idOf(given, newId)
    const token = tokenIn(c)
    const at = now()
    const make = (current: Revision | undefined) => {
      permit(token, asked.action, current)
      refuseUnread(current, given)
      const item = drafted(given, id, current?.item)
      demandOf(token, item)
      return { item, change: changeBy(token, at.toISOString(), asked) }
    }
    const options = writeOptions(c, at, JSON.stringify(given), isTrial, `#${part}`)
    const { outcome, revision } = await store.revise(id, make, options)
    const status = outcome === "created" && !isTrial ? 201 : 200
    return { index: part, status, id: revision.itemId, outcome, revision: revision.revision, etag: tagOf(revision) }
  } catch (error) {
    const refusal = asProblem(c, error)
    const id = isObject(given) && typeof given["id"] === "string" ? given["id"] : undefined
    const reason = error instanceof Error ? error.message : ""
    await auditPart(c, store, now(), { status: refusal.status, reason, ...(id !== undefined && { id }) })
    return { index: part, ...(id !== undefined && { id }), ...refusal }
  }
}

function idOf(given: unknown, newId: () => string): string {
  const id = isObject(given) ? given["id"] : undefined
  if (id === undefined) return newId()
  const result = Id.safeParse(id)
  if (result.success) return result.data
  throw new InvalidInput([{ path: "id", message: "must be a UUID in lower case" }])
}

/** What `If-Match` says for one item, the item's own `revision` says here. */
function refuseUnread(current: Revision | undefined, given: unknown): void {
  if (!current) return
  const read = isObject(given) ? given["revision"] : undefined
  const where = `${apiPath}/items/${current.itemId}/revisions/${current.revision}`
  if (read === undefined)
    throw new Refused(
      "required",
      `The item is there already: say as its \`revision\` which one you change. It is at ${current.revision}, ${where}.`,
    )
  if (read !== current.revision)
    throw new Refused(
      "stale",
      `The item has changed since its revision ${JSON.stringify(read)}: it is at ${current.revision} now, ${where}.`,
    )
}
