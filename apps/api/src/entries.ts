import type { Item } from "@pg/domain"
import type { Feed, Format, Written } from "@pg/formats"
import type { Head, Store } from "@pg/store"
import { createShelf } from "./shelf.js"

/** What is written in steps: see `Format.list`. */
export type Stepwise = Format & Required<Pick<Format, "list">>

/** Whether a format writes an item the same in each list. */
export const isStepwise = (format: Format): format is Stepwise => format.list !== undefined

/**
 * A list's bytes from entries that were written before: the same items stand in many lists, and each is written once for each
 * revision of it. Items that are gone meanwhile are left out; `more` gives what the list says beside those that are left.
 */
export type WriteList = (
  format: Stepwise,
  heads: readonly Head[],
  feed: Omit<Feed, "items">,
  more: (listed: readonly Head[]) => Promise<Pick<Feed, "tombstones" | "updatedAt">>,
) => Promise<Uint8Array<ArrayBuffer>>

/** Entries of at most so many bytes, those of items that nobody lists going first. */
export function createEntries(store: Store, mostBytes: number): WriteList {
  const shelf = createShelf<Uint8Array>(mostBytes)
  const nameOf = ({ name }: Format, { id, revision }: Pick<Item, "id" | "revision">) => `${name} ${id} ${revision}`

  return async (format, heads, feed, more) => {
    const kept = new Map(heads.map((head) => [head.id, shelf.get(nameOf(format, head))]))
    const missing = heads.filter(({ id }) => kept.get(id) === undefined).map(({ id }) => id)
    const read = new Map(missing.length === 0 ? [] : (await store.getAll(missing)).map((item) => [item.id, item]))
    for (const item of read.values()) {
      const entry = encoder.encode(format.list.entry(item, feed))
      kept.set(item.id, entry)
      shelf.set(nameOf(format, item), entry, entry.length)
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
function together({ list }: Stepwise, feed: Written, entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  if (entries.length === 0) return encoder.encode(list.write(feed, []))
  const parts = list.write(feed, [placeholder, placeholder]).split(placeholder)
  const [before, between, after] = parts.map((part) => encoder.encode(part))
  if (!before || !between || !after) throw new Error("a format has written entries otherwise than one after the other")
  const pieces = entries.flatMap((entry, index) => (index === 0 ? [before, entry] : [between, entry]))
  return joined([...pieces, after])
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
