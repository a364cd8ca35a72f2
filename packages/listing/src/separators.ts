import { languages } from "./languages/all.js"
import { type Phrases, indexPhrases, phraseAt } from "./phrases.js"
import { isBlank, type Range } from "./text.js"
import { type Token, tokenise } from "./tokens.js"

/**
 * The separator that ends a line: the whole of it ("Read More", « Lire la suite → ») or what follows the dots of a cut
 * teaser ("and others... Read more"). Undefined where there is none.
 */
export function findSeparator(raw: string, line: Range): Range | undefined {
  if (line.end - line.start <= longest && isSeparator(tokenise(raw.slice(line.start, line.end)))) return line
  const tail = raw.slice(Math.max(line.start, line.end - longest), line.end)
  const cut = Math.max(tail.lastIndexOf("..."), tail.lastIndexOf("…"))
  if (cut < 0) return undefined
  let start = line.end - tail.length + cut + (tail[cut] === "…" ? 1 : 3)
  while (start < line.end && isBlank(raw.charCodeAt(start))) start++
  return start < line.end && isSeparator(tokenise(raw.slice(start, line.end))) ? { start, end: line.end } : undefined
}

function isSeparator(tokens: readonly Token[]): boolean {
  const first = tokens.findIndex(({ kind }) => kind === "word")
  const found = first < 0 ? undefined : phraseAt(separators, tokens, first)
  return (
    found !== undefined &&
    [...tokens.slice(0, first), ...tokens.slice(found.to)].every(({ text }) => decoration.has(text))
  )
}

const separators: Phrases<true> = indexPhrases(
  languages.flatMap((language) => language.separators.map((phrase): [string, true] => [phrase, true])),
  () => false,
)
const longest = 60
const decoration = new Set("[]()<>«»›‹→⇒➔►▶|.…:-–—*+•·#_=")
