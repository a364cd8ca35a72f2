import { createHash } from "node:crypto"
import { type Item, writeItem } from "@pg/domain"
import type { Store } from "@pg/store"
import { Hono } from "hono"
import { stream } from "hono/streaming"
import { conditions, weigh } from "../conditional.js"
import { conditionFailed } from "../problem.js"
import { readNothing } from "../read-query.js"

/**
 * The whole archive as of one moment, as NDJSON: `/snapshot.ndjson`. The first line is `{ "snapshot": { "next" } }`, where
 * `next` is the cursor from which `/changes` goes on; then a line an item, in order of id; the last is
 * `{ "end": { "items", "digest" } }`: how many there were, and the SHA-256 of the items' lines with their line feeds, in
 * the form of RFC 9530. A snapshot without its last line was cut off.
 */
export function snapshotRoutes({ store }: { store: Store }): Hono {
  return new Hono().get("/snapshot.ndjson", async (c) => {
    readNothing(new URL(c.req.url).searchParams)
    const etag = `"${await store.seq()}"`
    c.header("ETag", `W/${etag}`)
    c.header("Cache-Control", "public, max-age=0, must-revalidate")
    const asked = Object.fromEntries(conditions.map((name) => [name, c.req.header(name)]))
    const verdict = weigh(asked, { etags: [etag] })
    if ("unmodified" in verdict) return c.body(null, 304)
    if ("failed" in verdict) return conditionFailed(c)
    c.header("Content-Type", "application/x-ndjson")
    if (c.req.method === "HEAD") return c.body(null)
    const { seq, items } = await store.snapshot()
    c.header("ETag", `W/"${seq}"`)
    return stream(c, async (out) => {
      const digest = createHash("sha256")
      let count = 0
      await out.write(lineOf({ snapshot: { next: store.sign(`changes ${seq}`) } }))
      for await (const lines of together(items)) {
        if (out.aborted) return
        const text = lines.join("")
        digest.update(text)
        count += lines.length
        await out.write(text)
      }
      await out.write(lineOf({ end: { items: count, digest: `sha-256=:${digest.digest("base64")}:` } }))
    })
  })
}

const lineOf = (value: unknown) => `${JSON.stringify(value)}\n`

const linesTogether = 200

/** A write for each item would cost more than the item. */
async function* together(items: AsyncIterable<Item>): AsyncGenerator<string[]> {
  let lines: string[] = []
  for await (const item of items) {
    lines.push(`${writeItem(item)}\n`)
    if (lines.length < linesTogether) continue
    yield lines
    lines = []
  }
  yield lines
}
