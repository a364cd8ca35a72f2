/**
 * Tokens as one text in the making, each with a space after it. Bytes and not a string: the tokens of an item are
 * hundreds of short ones, and to put them together as strings takes longer than to find them.
 */
export type TokenText = { bytes: Buffer; length: number }

/** Adds a token, or several with a space between. */
export function addToken(into: TokenText, token: string): void {
  makeRoom(into, 3 * token.length + 1)
  into.length += into.bytes.write(token, into.length)
  into.bytes[into.length++] = space
}

/** Makes sure that so many bytes more have room. */
export function makeRoom(into: TokenText, bytes: number): void {
  const needed = into.length + bytes
  if (needed <= into.bytes.length) return
  const larger = Buffer.allocUnsafe(2 * needed)
  into.bytes.copy(larger, 0, 0, into.length)
  into.bytes = larger
}

/** What `add` adds, without a space at its end. */
export function tokenText(add: (into: TokenText) => void): string {
  const into = spare ?? { bytes: Buffer.allocUnsafe(usual), length: 0 }
  spare = undefined
  add(into)
  const text = into.bytes.toString("utf8", 0, Math.max(0, into.length - 1))
  // One is used again and again; not after a failure, and none that a very long item has made large.
  if (into.bytes.length <= 16 * usual) spare = { bytes: into.bytes, length: 0 }
  return text
}

const usual = 2 ** 16
let spare: TokenText | undefined

const space = 32
