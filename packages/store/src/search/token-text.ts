/**
 * Tokens as one text in the making, each with a space after it. Bytes and not a string: the tokens of an item are
 * hundreds of short ones, and to put them together as strings takes longer than to find them.
 */
export type TokenText = { bytes: Buffer; length: number }

export const emptyTokenText = (): TokenText => ({ bytes: Buffer.allocUnsafe(2 ** 14), length: 0 })

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

/** The text, without a space at its end; the next one begins empty. */
export function takeText(from: TokenText): string {
  const text = from.bytes.toString("utf8", 0, Math.max(0, from.length - 1))
  from.length = 0
  return text
}

const space = 32
