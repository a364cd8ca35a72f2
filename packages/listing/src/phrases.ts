import { type Token, tokenise, touches } from "./tokens.js"

/** Phrases by their first word, the longest first. */
export type Phrases<Value> = ReadonlyMap<string, readonly Phrase<Value>[]>

type Phrase<Value> = {
  words: readonly string[]
  length: number
  exact: readonly string[] | undefined
  joints: string
  value: Value
}

/** A phrase found: tokens from `from` up to, not with, `to`. */
export type Found<Value> = { value: Value; from: number; to: number }

/**
 * Indexes phrases for a single pass over a text. Case and accents are ignored, but `isExact` phrases (names, acronyms)
 * must stand as they are written or all in capitals. In a phrase `*` stands for one to four words.
 */
export function indexPhrases<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  isExact: (phrase: string) => boolean = isAcronym,
): Phrases<Value> {
  const index = new Map<string, Phrase<Value>[]>()
  for (const [phrase, value] of entries) {
    const tokens = tokenise(phrase).filter(({ kind, text }) => kind !== "mark" || text === "*")
    const words = tokens.map(({ folded }) => folded)
    const exact = isExact(phrase) ? tokens.map(({ text }) => text) : undefined
    const others = index.get(words[0]!)
    const entry = { words, length: phrase.length, exact, joints: phrase.includes(",") ? `${joints},` : joints, value }
    if (others) others.push(entry)
    else index.set(words[0]!, [entry])
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.words.length - a.words.length || b.length - a.length)
  return index
}

/** An acronym is a word of capitals: WHO is not who. */
export const isAcronym = (phrase: string): boolean => /^[\p{Lu}\d/ -]{2,}$/u.test(phrase)

/** The longest phrase that begins at a token. */
export function phraseAt<Value>(
  phrases: Phrases<Value>,
  tokens: readonly Token[],
  from: number,
): Found<Value> | undefined {
  for (const phrase of phrases.get(tokens[from]?.folded ?? "") ?? []) {
    const to = match(phrase, tokens, from)
    if (to !== undefined) return { value: phrase.value, from, to }
  }
  return undefined
}

/** All phrases of a text that do not overlap, from left to right. */
export function findPhrases<Value>(phrases: Phrases<Value>, tokens: readonly Token[]): Found<Value>[] {
  const found: Found<Value>[] = []
  for (let from = 0; from < tokens.length; ) {
    const hit = phraseAt(phrases, tokens, from)
    if (hit) found.push(hit)
    from = hit?.to ?? from + 1
  }
  return found
}

function match(
  { words, exact, joints }: Pick<Phrase<unknown>, "words" | "exact" | "joints">,
  tokens: readonly Token[],
  from: number,
): number | undefined {
  let at = from
  for (let i = 0; i < words.length; i++) {
    if (i > 0) at = skipJoints(tokens, at, joints)
    if (words[i] === "*") return matchAfterGap({ words: words.slice(i + 1), exact: undefined, joints }, tokens, at)
    const token = tokens[at]
    if (token === undefined || token.folded !== words[i]) return undefined
    if (exact && !isAsWritten(token.text, exact[i]!)) return undefined
    at++
  }
  return at
}

const isAsWritten = (text: string, exact: string) => text === exact || (text.length > 2 && text === exact.toUpperCase())

function matchAfterGap(
  rest: Pick<Phrase<unknown>, "words" | "exact" | "joints">,
  tokens: readonly Token[],
  from: number,
): number | undefined {
  for (let gap = 0, at = from; gap < 4 && tokens[at]?.kind === "word"; gap++) {
    at = skipJoints(tokens, at + 1, rest.joints)
    const to = match(rest, tokens, at)
    if (to !== undefined) return to
  }
  return undefined
}

/** Hyphens, apostrophes, slashes and dots within names: Covid-19, l’homme, HIV/AIDS, U.S.A., St. Gallen; no full stops. */
function skipJoints(tokens: readonly Token[], from: number, joints: string): number {
  let at = from
  for (let mark = tokens[at]; mark?.kind === "mark" && joints.includes(mark.text); mark = tokens[++at]) {
    const [before, after] = [tokens[at - 1]!, tokens[at + 1]]
    if (mark.start - before.end > 1) return at
    if (mark.text === "." && before.text.length > 3 && !touches(mark, after)) return at
  }
  return at
}

const joints = "-‐‑–'’/.&"
