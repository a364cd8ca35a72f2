import { ApiError } from "./api-error.js"
import type { ItemRevision } from "./item-revision.js"
import type { Exchange } from "./exchange.js"
import type {
  BatchResult,
  ChangeOptions,
  Draft,
  ListingResults,
  RevisionSummary,
  WriteOptions,
  Writing,
  Written,
} from "./writing.js"

const mostInBatch = 1000

/** The functions that write, by requests that are sent with the token. */
export function createWriting({ exchange, readLines }: Exchange): Writing {
  const itemPath = (id: string, more = "") => `items/${encodeURIComponent(id)}${more}`

  const write = async (method: string, path: string, body: unknown, options: ChangeOptions): Promise<Written> => {
    const { value, etag } = await exchange({ method, path, ...asked(options), body: JSON.stringify(body) })
    return { ...(value as Written), ...(etag !== undefined && { etag }) }
  }

  return {
    create: (item, options = {}) => write("POST", "items", item, options),
    put: (item, options = {}) => write("PUT", itemPath(item.id), item, options),
    patch: (id, patch, options = {}) => write("PATCH", itemPath(id), patch, options),
    act: (id, step, said = {}, options = {}) => write("POST", itemPath(id, `:${step}`), said, options),
    makePreview: async (id, { signal, ...said } = {}) => {
      const asking = { method: "POST", path: itemPath(id, ":preview"), body: JSON.stringify(said), signal }
      return (await exchange({ ...asking, headers: json })).value as { url: string; expiresAt: string }
    },
    batch: async (items, options = {}) => {
      const results: BatchResult[] = []
      for (let start = 0; start < items.length; start += mostInBatch) {
        const body = JSON.stringify(items.slice(start, start + mostInBatch))
        const key = options.idempotencyKey
        const part = key === undefined || start === 0 ? options : { ...options, idempotencyKey: `${key}-${start}` }
        const { value } = await exchange({ method: "POST", path: "items:batch", ...asked(part), body })
        const told = (value as { results: BatchResult[] }).results
        results.push(...told.map((result) => ({ ...result, index: start + result.index })))
      }
      return results
    },
    batchAsWritten: async function* (items, options = {}) {
      const { headers, ...rest } = asked(options)
      const body = items.map((item) => `${JSON.stringify(item)}\n`).join("")
      const asking = { method: "POST", path: "items:batch", ...rest, body }
      const { url, lines } = await readLines({
        ...asking,
        headers: { ...headers, "content-type": "application/x-ndjson" },
      })
      let count = 0
      for await (const line of lines) {
        const { line: _, brokenOff, ...result } = JSON.parse(line) as BatchLine
        if (brokenOff) throw batchEnded(url, result)
        count++
        yield result
      }
      if (count < items.length) throw new ApiError(`${url} was cut off after ${count} of ${items.length} items`)
    },
    importListing: async (text, options = {}) => {
      const { headers, ...rest } = asked(options)
      const asking = { method: "POST", path: "listings", ...rest, body: text }
      const { value } = await exchange({ ...asking, headers: { ...headers, "content-type": "text/plain" } })
      return value as ListingResults
    },
    revisions: async function* (id, { signal } = {}) {
      let below: number | undefined
      do {
        const search = below === undefined ? {} : { below: String(below) }
        const { value } = await exchange({ path: itemPath(id, "/revisions"), search, signal })
        const page = value as { revisions: RevisionSummary[]; next?: number }
        yield* page.revisions
        below = page.next
      } while (below !== undefined)
    },
    revision: async (id, revision, { signal } = {}) => {
      const { value, etag = "" } = await exchange({ path: itemPath(id, `/revisions/${revision ?? "latest"}`), signal })
      return { ...(value as ItemRevision), etag }
    },
    drafts: async function* ({ state, kind, conflicts, signal } = {}) {
      const search = {
        ...(state && { state: state.join(",") }),
        ...(kind && { kind: kind.join(",") }),
        ...(conflicts && { conflicts: "true" }),
      }
      let cursor: string | undefined
      do {
        const more = cursor === undefined ? search : { ...search, cursor }
        const page = (await exchange({ path: "drafts", search: more, signal })).value as {
          drafts: Draft[]
          next?: string
        }
        yield* page.drafts
        cursor = page.next
      } while (cursor !== undefined)
    },
  }
}

type BatchLine = BatchResult & { line: number; brokenOff?: true }

const batchEnded = (url: string, { index, status, problem }: BatchResult) =>
  new ApiError(`${url} broke off at item ${index} (${status}): ${problem?.detail ?? problem?.title ?? "no reason"}`, {
    status,
    problem,
  })

const json = { "content-type": "application/json" }

type Words = Partial<
  Record<"action" | "changeNote" | "updateType" | "publishAt" | "source" | "sourceUrl" | "locale", string>
>

/** The header fields and the query string that options are sent as. */
function asked({ ifMatch, ifNoneMatch, idempotencyKey, validateOnly, signal, ...words }: WriteOptions & Words) {
  return {
    headers: {
      ...json,
      "idempotency-key": idempotencyKey ?? crypto.randomUUID(),
      ...(ifMatch !== undefined && { "if-match": ifMatch }),
      ...(ifNoneMatch !== undefined && { "if-none-match": ifNoneMatch }),
    },
    search: { ...words, ...(validateOnly && { "validate-only": "true" }) },
    signal,
  }
}
