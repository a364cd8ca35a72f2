/**
 * Cuts a text at everything in ASCII that is neither letter, digit nor apostrophe, and gives the tokens of each piece, which
 * `tokensOf` is asked for once and then remembered. Few different words make up most of all texts, and an import spends
 * most of its time on looking them up: so they are found by a hash of their letters, with no text made of each first.
 */
export function rememberingTokens(tokensOf: (piece: string) => readonly string[]): (text: string) => string[] {
  let table = emptyTable()
  const lookUp = (text: string, from: number, to: number, hash: number): readonly string[] => {
    let slot = (hash ^ (hash >>> 15)) & (slots - 1)
    for (let entry = table.entries[slot]; entry !== undefined; entry = table.entries[slot]) {
      if (entry.hash === hash && stands(entry.piece, text, from, to)) return entry.tokens
      slot = (slot + 1) & (slots - 1)
    }
    const piece = text.slice(from, to)
    const tokens = tokensOf(piece)
    if (piece.length > longestRemembered) return tokens
    if (table.used === slots / 2) table = emptyTable()
    else {
      table.used++
      table.entries[slot] = { piece, hash, tokens }
    }
    return tokens
  }
  return (text) => {
    const tokens: string[] = []
    for (let at = 0; at < text.length; at++) {
      if (isBetween(text.charCodeAt(at))) continue
      const from = at
      let hash = 0
      for (let code = text.charCodeAt(at); at < text.length && !isBetween(code); code = text.charCodeAt(++at))
        hash = (Math.imul(hash, 31) + code) | 0
      for (const token of lookUp(text, from, at, hash)) tokens.push(token)
    }
    return tokens
  }
}

const slots = 2 ** 16
const longestRemembered = 64

type Entry = { piece: string; hash: number; tokens: readonly string[] }
const emptyTable = () => ({ entries: Array.from<Entry | undefined>({ length: slots }), used: 0 })

/** Whether an ASCII character stands between words: all but 0-9, A-Z, a-z and the apostrophe. */
const isBetween = (code: number) =>
  code < 128 &&
  !((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 39)

function stands(piece: string, text: string, from: number, to: number): boolean {
  if (piece.length !== to - from) return false
  for (let at = 0; at < piece.length; at++) if (piece.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}
