import type { EventAttendanceMode } from "@pg/domain"
import { phraseAt, type Phrases } from "../phrases.js"
import type { Token } from "../tokens.js"
import { phrasesOf } from "./words.js"

/** How one attends, and the words that say it. */
export type ModeFound = { from: number; to: number; mode: EventAttendanceMode }

/** Finds the words of a dateline that say how one attends: online event, en visioconférence, formato híbrido. */
export function findMode(tokens: readonly Token[]): ModeFound | undefined {
  for (let from = 0; from < tokens.length; from++)
    for (const [phrases, mode] of modes) {
      const found = phraseAt(phrases, tokens, from)
      if (!found) continue
      const to = skipWords(tokens, skipHyphen(tokens, found.to), 1)
      const rest = findMode(tokens.slice(to))
      const isMixed = rest !== undefined && rest.mode !== mode && rest.from <= 1
      const after = isMixed ? to + rest.to : to
      return { from: skipWords(tokens, from - 1, -1) + 1, to: after, mode: isMixed ? "MixedEventAttendanceMode" : mode }
    }
  return undefined
}

/** Online-Veranstaltung. */
const skipHyphen = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === "-" && phraseAt(eventWords, tokens, at + 1) ? at + 1 : at

/** Passes over words that say no more beside a way to attend, forwards or backwards. */
function skipWords(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let at = from
  while (tokens[at] !== undefined && phraseAt(eventWords, tokens, at)) at += step
  return at
}

const modes: readonly (readonly [Phrases<true>, EventAttendanceMode])[] = [
  [phrasesOf("hybrid"), "MixedEventAttendanceMode"],
  [phrasesOf("online"), "OnlineEventAttendanceMode"],
  [phrasesOf("inPerson"), "OfflineEventAttendanceMode"],
]
const eventWords = phrasesOf("eventWords")
