import { addToken, makeRoom, type TokenText } from "./token-text.js"

/**
 * Cuts a text at everything in ASCII that is neither letter, digit nor apostrophe, and adds the tokens of each piece to
 * others. `tokensOf` is asked once for those of a piece, which then are remembered. Few different words make up most of all
 * texts, and an import spends much of its time on looking them up: so they are found by a hash of their bytes, with no
 * text made of each first.
 */
export function rememberingTokens(
  tokensOf: (piece: string) => readonly string[],
): (text: string, into: TokenText) => void {
  let table: Table | undefined
  const addNew = (piece: Buffer, hash: number, into: TokenText) => {
    const from = into.length
    for (const token of tokensOf(piece.toString())) addToken(into, token)
    if (table) remember(table, piece, hash, into.bytes.subarray(from, into.length))
  }
  return (text, into) => {
    table ??= emptyTable()
    const { bytes, length } = bytesOf(text)
    for (let at = 0; at < length; at++) {
      if (isBetween[bytes[at] ?? 0] === 1) continue
      const from = at
      let hash = 0
      for (let byte = bytes[at] ?? 0; at < length && isBetween[byte] === 0; byte = bytes[++at] ?? 0)
        hash = (Math.imul(hash, 31) + byte) | 0
      const entry = find(table, bytes, from, at, hash)
      if (entry === 0) addNew(bytes.subarray(from, at), hash, into)
      else addKnown(table, entry, into)
    }
  }
}

/** A text in UTF-8, until the next is asked for. */
function bytesOf(text: string): { bytes: Buffer; length: number } {
  const most = 3 * text.length
  const bytes = most <= shared.length ? shared : Buffer.allocUnsafe(most)
  return { bytes, length: bytes.write(text) }
}

const shared = Buffer.allocUnsafe(2 ** 16)

const slots = 2 ** 15
const room = 2 ** 20
const longestRemembered = 255

/**
 * An entry is so many of `bytes`: how many bytes its piece has and how many its tokens, then the ones and the others. A
 * slot has in its lower 20 bits where an entry begins, in the others some of its hash, and is 0 where it is empty. All of it is
 * small, because most of the time that a look-up takes is spent on waiting for memory.
 */
type Table = { slots: Int32Array; bytes: Uint8Array; count: number; used: number }

const emptyTable = (): Table => ({ slots: new Int32Array(slots), bytes: new Uint8Array(room), count: 0, used: 1 })

const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (slots - 1)
const markOf = (hash: number) => Math.imul(hash, 0x9e3779b1) & -room

/** Where the entry of a piece begins; 0 where there is none. */
function find(table: Table, text: Uint8Array, from: number, to: number, hash: number): number {
  const { slots: all, bytes } = table
  const length = to - from
  const mark = markOf(hash)
  let slot = slotOf(hash)
  for (let known = all[slot] ?? 0; known !== 0; known = all[slot] ?? 0) {
    const entry = known & (room - 1)
    if ((known & -room) === mark && bytes[entry] === length) {
      let at = 0
      while (at < length && bytes[entry + 2 + at] === text[from + at]) at++
      if (at === length) return entry
    }
    slot = (slot + 1) & (slots - 1)
  }
  return 0
}

function addKnown({ bytes }: Table, entry: number, into: TokenText): void {
  const size = bytes[entry + 1] ?? 0
  makeRoom(into, size)
  const { bytes: target, length } = into
  const begin = entry + 2 + (bytes[entry] ?? 0)
  for (let at = 0; at < size; at++) target[length + at] = bytes[begin + at] ?? 0
  into.length = length + size
}

/** What is full begins anew: so little is lost by it that nothing has to be known of what was used last. */
function remember(table: Table, piece: Uint8Array, hash: number, tokens: Uint8Array): void {
  if (piece.length > longestRemembered || tokens.length > longestRemembered) return
  const size = 2 + piece.length + tokens.length
  if (table.count > slots * 0.75 || table.used + size > room) {
    table.slots.fill(0)
    table.count = 0
    table.used = 1
  }
  const { slots: all, bytes, used } = table
  let slot = slotOf(hash)
  while (all[slot] !== 0) slot = (slot + 1) & (slots - 1)
  all[slot] = markOf(hash) | used
  bytes[used] = piece.length
  bytes[used + 1] = tokens.length
  bytes.set(piece, used + 2)
  bytes.set(tokens, used + 2 + piece.length)
  table.count++
  table.used += size
}

/** Of each byte of UTF-8 whether it stands between words: all of ASCII but 0-9, A-Z, a-z and the apostrophe. */
const isBetween = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 128 && !/[0-9A-Za-z']/.test(String.fromCharCode(byte)) ? 1 : 0,
)
