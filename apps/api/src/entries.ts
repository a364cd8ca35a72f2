import { hash } from "node:crypto"
import type { Item } from "@pg/domain"
import type { Feed, Format, Written } from "@pg/formats"
import type { Head, Store } from "@pg/store"
import { needsBodyHtml } from "./needs-body-html.js"
import { createShelf } from "./shelf.js"

/** What is written in steps: see `Format.list`. */
export type Stepwise = Format & Required<Pick<Format, "list">>

/** Whether a format writes an item the same in each list. */
export const isStepwise = (format: Format): format is Stepwise => format.list !== undefined

/** A list's bytes, and what they are made of: see `Content`. */
type Listed = { text: Uint8Array<ArrayBuffer>; parts: readonly string[] }

/** An entry as it is written, and a hash of that. */
type Entry = { bytes: Uint8Array; hash: string }

/**
 * A list from entries that were written before: the same items stand in many lists, and each is written once for each
 * revision of it. Items that are gone meanwhile are left out; `more` gives what the list says beside those that are left.
 */
export type WriteList = (
  format: Stepwise,
  heads: readonly Head[],
  feed: Omit<Feed, "items">,
  more: (listed: readonly Head[]) => Promise<Pick<Feed, "tombstones" | "updatedAt">>,
) => Promise<Listed>

/** Entries of at most so many bytes, those of items that nobody lists going first. */
export function createEntries(store: Store, mostBytes: number): WriteList {
  const shelf = createShelf<Entry>(mostBytes)
  const nameOf = ({ name }: Format, { id, revision }: Pick<Item, "id" | "revision">) => `${name} ${id} ${revision}`

  return async (format, heads, feed, more) => {
    const kept = new Map(heads.map((head) => [head.id, shelf.get(nameOf(format, head))]))
    const missing = heads.filter(({ id }) => kept.get(id) === undefined).map(({ id }) => id)
    const read = new Map(missing.length === 0 ? [] : (await store.getAll(missing)).map((item) => [item.id, item]))
    const bodyHtml = needsBodyHtml(format, {}) && missing.length > 0 ? await store.bodies(missing) : {}
    for (const item of read.values()) {
      const bytes = encoder.encode(format.list.entry(item, { ...feed, bodyHtml }))
      const entry = { bytes, hash: hash("sha256", bytes, "base64url") }
      kept.set(item.id, entry)
      shelf.set(nameOf(format, item), entry, bytes.length)
    }
    const listed = heads.filter(({ id }) => kept.get(id) !== undefined)
    const items = listed.map((head) => read.get(head.id) ?? head)
    return together(
      format,
      { ...feed, ...(await more(listed)), items },
      items.flatMap(({ id }) => kept.get(id) ?? []),
    )
  }
}

/** What stands before, between and after entries is learned by writing a list of two that stand in no text. */
function together({ list }: Stepwise, feed: Written, entries: readonly Entry[]): Listed {
  if (entries.length === 0) {
    const text = list.write(feed, [])
    return { text: encoder.encode(text), parts: [text] }
  }
  const frame = list.write(feed, [placeholder, placeholder])
  const [before, between, after] = frame.split(placeholder).map((part) => encoder.encode(part))
  if (!before || !between || !after) throw new Error("a format has written entries otherwise than one after the other")
  const pieces = entries.flatMap(({ bytes }, index) => (index === 0 ? [before, bytes] : [between, bytes]))
  return { text: joined([...pieces, after]), parts: [frame, ...entries.map((entry) => entry.hash)] }
}

/** No format can write this sign. */
const placeholder = "\0"

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const encoder = new TextEncoder()
