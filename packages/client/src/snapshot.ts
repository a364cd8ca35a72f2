import type { Item } from "@pg/domain"
import { ApiError } from "./api-error.js"
import type { Send } from "./send.js"
import { linesOf } from "./lines.js"
import { open } from "./read.js"
import { sha256 } from "@noble/hashes/sha2.js"

/** Every item as of one moment, as they come; `next` is the cursor from which `changes` goes on. */
export type Snapshot = { next: string; items: AsyncGenerator<Item> }

/** Reads `/snapshot.ndjson`. Its items reject with ApiError where the stream ends before it says that it does, or is not what its digest is of. */
export async function readSnapshot(send: Send, url: string, signal?: AbortSignal): Promise<Snapshot> {
  const lines = linesOf(await open(send, { url, headers: {}, signal }), url)
  const first = await lines.next()
  const next = first.done ? undefined : (JSON.parse(first.value) as { snapshot?: { next?: string } }).snapshot?.next
  if (next === undefined) throw new ApiError(`${url} does not begin as a snapshot does`)
  return { next, items: itemsOf(lines, url) }
}

async function* itemsOf(lines: AsyncGenerator<string>, url: string): AsyncGenerator<Item> {
  let count = 0
  const digest = sha256.create()
  for await (const line of lines) {
    const value = JSON.parse(line) as Item | { end: { items: number; digest?: string } }
    if ("end" in value) {
      if (value.end.items !== count) break
      refuseOther(value.end.digest, `sha-256=:${btoa(String.fromCharCode(...digest.digest()))}:`, url)
      return
    }
    count++
    digest.update(encoder.encode(`${line}\n`))
    yield value
  }
  throw new ApiError(`${url} was cut off after ${count} items`)
}

const encoder = new TextEncoder()

/** The digest is of the items' lines with their line feeds, in the form of RFC 9530. */
function refuseOther(told: string | undefined, read: string, url: string): void {
  if (told !== undefined && told !== read)
    throw new ApiError(`${url} was damaged on its way: its digest is ${told}, that of what came ${read}`)
}
