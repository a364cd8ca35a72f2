import { bodies } from "@pg/domain"
import { languages } from "../languages/all.js"
import { findPhrases, indexPhrases, type Phrases, phraseAt } from "../phrases.js"
import type { Token } from "../tokens.js"
import { readLanguages } from "./languages.js"
import { phrasesOf } from "./words.js"

/** The body that a label names: its id in the vocabulary, or its name as it stands; undefined where it names none. */
export function readBody(text: string, tokens: readonly Token[]): string | undefined {
  const [name, acronym] = splitAcronym(tokens)
  const known = wholeMatch(bodyIndex, name) ?? (acronym && wholeMatch(bodyIndex, [acronym]))
  if (known !== undefined) return known
  if (acronym === undefined && name.length === 1 && isAcronym(name[0]!) && !readLanguages(`[${text}]`)) return text
  const isShouted =
    name.length > 3 && name.every((token) => token.kind === "mark" || token.text === token.text.toUpperCase())
  const isName = name.every((token) => token.kind === "mark" || isCapitalised(token) || joiners.has(token.folded))
  const isBody = acronym !== undefined || findPhrases(bodyWords, name).length > 0
  return isName && isBody && !isShouted && !namesEvent(name) ? text : undefined
}

/** Whether a label is a word of the page's machinery: headline. */
export const isLeaked = (tokens: readonly Token[]): boolean => phraseAt(leakedWords, tokens, 0)?.to === tokens.length

/** Whether a label is of words that make its date a limit: until, before. */
export const isLimit = (tokens: readonly Token[]): boolean => phraseAt(limits, tokens, 0)?.to === tokens.length

/** Whether some words name a meeting, a document or the like: then they are a title rather than a label or a place. */
export const namesEvent = (tokens: readonly Token[]): boolean => findPhrases(titleWords, tokens).length > 0

/** A name and the acronym in brackets at its end. */
function splitAcronym(tokens: readonly Token[]): [name: readonly Token[], acronym: Token | undefined] {
  const [open, acronym, close] = tokens.slice(-3)
  const isBracket = tokens.length > 3 && open?.text === "(" && close?.text === ")" && isAcronym(acronym!)
  return isBracket ? [tokens.slice(0, -3), acronym] : [tokens, undefined]
}

const isAcronym = ({ text }: Token) => /^\p{Lu}[\p{Lu}\p{Ll}]*\p{Lu}$/u.test(text) && text.length <= 12

const isCapitalised = ({ text }: Token) => /^\p{Lu}/u.test(text)

function wholeMatch(phrases: Phrases<string>, tokens: readonly Token[]): string | undefined {
  const found = phraseAt(phrases, tokens, 0)
  return found?.to === tokens.length ? found.value : undefined
}

const joiners = new Set(
  "of the for on and in to against de des du d l la le les et pour contre sur en à y del los las para por und der die das für zur zum gegen in di della delle dei degli per e il".split(
    " ",
  ),
)

const bodyIndex = indexPhrases(
  bodies.flatMap(({ id, prefLabel, altLabel }) =>
    [...Object.values(prefLabel), ...Object.values(altLabel).flat()].map((label): [string, string] => [label, id]),
  ),
)
const bodyWords = phrasesOf("bodyWords")
const limits = phrasesOf("limits")
const leakedWords = phrasesOf("leakedWords")

const titleSignals = [
  "anniversary",
  "brochure",
  "call",
  "conference",
  "course",
  "guideline",
  "handbook",
  "interview",
  "manual",
  "meeting",
  "observance",
  "publication",
  "report",
  "roundTable",
  "seminar",
  "sideEvent",
  "statement",
  "study",
  "symposium",
  "toolkit",
  "training",
  "visit",
  "workshop",
] as const
const titleWords = indexPhrases(
  languages.flatMap(({ signals }) =>
    titleSignals.flatMap((signal) => (signals[signal] ?? []).map((words): [string, true] => [words, true])),
  ),
)
