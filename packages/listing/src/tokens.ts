/** A word, a number or a single other character of a line; `folded` is lower case without accents. */
export type Token = { kind: "word" | "number" | "mark"; text: string; folded: string; start: number; end: number }

/** A part of a listing with the tokens of its text, whose places count from its start. */
export type Passage = { start: number; text: string; tokens: readonly Token[] }

/** Cuts a text into words (letters only), numbers (ASCII digits) and marks; blanks are between them. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: part, 1: word, 2: number, index } of text.matchAll(pattern)) {
    const kind = word !== undefined ? "word" : number !== undefined ? "number" : "mark"
    tokens.push({
      kind,
      text: part,
      folded: kind === "word" ? fold(part) : part,
      start: index,
      end: index + part.length,
    })
  }
  return tokens
}

const pattern = /(\p{L}[\p{L}\p{M}]*)|([0-9]+)|[^\s\u0085\u200b-\u200d\u2060]/gu

/** Lower case, without accents: how words are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (!notAscii.test(lower)) return lower
  return lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[æœøßłđı]/g, (letter) => letters[letter]!)
}

const notAscii = /[^ -~]/
const letters: Record<string, string> = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ı: "i" }

/** Whether nothing stands between two tokens, not even a space. */
export const touches = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.end === b.start

/** The tokens with those that a reader claimed made unreadable for the others; offsets of the rest stay. */
export const claim = (tokens: readonly Token[], found: { from: number; to: number } | undefined): readonly Token[] =>
  found ? tokens.map((token, at) => (at >= found.from && at < found.to ? claimed : token)) : tokens

const claimed: Token = { kind: "mark", text: "\u0000", folded: "\u0000", start: 0, end: 0 }

/** Whether a token is one that a reader claimed. */
export const isClaimed = (token: Token): boolean => token === claimed
