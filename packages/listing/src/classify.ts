import type { KindName, Reason } from "@pg/domain"
import { languageOf } from "./languages/all.js"
import { en } from "./languages/en.js"
import type { Signal } from "./languages/language.js"
import { findPhrases, indexPhrases, type Phrases } from "./phrases.js"
import { type KindRule, kindRules } from "./rules/kinds.js"
import type { Passage } from "./tokens.js"

/** What kind of item a text is, its type where a rule tells, and the rule with the words that met it. */
export type Classification = { kind: KindName; type?: string; reasons: Reason[] }

/**
 * Decides by the first rule that the signals of headings and teaser meet. `datedEvent` are the words of the dateline
 * that make its date an event's, where there are any.
 */
export function classify(
  headings: readonly Passage[],
  teaser: readonly Passage[],
  locale: string,
  datedEvent: string | undefined,
): Classification {
  const index = signalsOf(locale)
  const inHeadings = findSignals(index, headings)
  const anywhere = new Map([...findSignals(index, teaser), ...inHeadings])
  for (const rule of kindRules) {
    const words = meet(rule, inHeadings, anywhere)
    if (words === undefined || !isOpen(rule, datedEvent !== undefined)) continue
    const reason = (field: string): Reason => ({
      field,
      rule: rule.rule,
      text: words.join(" … ") || (rule.isDatedEvent ? datedEvent! : ""),
    })
    const { kind, type } = rule
    return {
      kind,
      ...(type !== undefined && { type }),
      reasons: [reason("kind"), ...(type === undefined ? [] : [reason("type")])],
    }
  }
  throw new Error("The last rule has no condition.")
}

/** A publication has no event's dates: what has them is news of it, or the event. */
const isOpen = ({ kind, isDatedEvent }: KindRule, isDated: boolean) =>
  isDated ? kind !== "publication" : isDatedEvent !== true

type Found = ReadonlyMap<Signal, string>

/** The words that meet a rule's conditions; undefined where one is not met. */
function meet({ headings = [], anywhere = [] }: KindRule, inHeadings: Found, inAll: Found): string[] | undefined {
  const words = [...headings.map((signal) => inHeadings.get(signal)), ...anywhere.map((signal) => inAll.get(signal))]
  return words.every((found) => found !== undefined) ? [...new Set(words)] : undefined
}

/** The signals of some passages, each with the words of its first. */
function findSignals(index: Phrases<readonly Signal[]>, passages: readonly Passage[]): Map<Signal, string> {
  const found = new Map<Signal, string>()
  for (const { text, tokens } of passages)
    for (const { value, from, to } of findPhrases(index, tokens))
      for (const signal of value)
        if (!found.has(signal)) found.set(signal, text.slice(tokens[from]!.start, tokens[to - 1]!.end))
  return found
}

const indexes = new Map<string, Phrases<readonly Signal[]>>()

/** The signals of a language, those of English where the importer does not know it. */
function signalsOf(locale: string): Phrases<readonly Signal[]> {
  const language = languageOf(locale) ?? en
  const known = indexes.get(language.locale)
  if (known) return known
  const signalsByPhrase = new Map<string, Signal[]>()
  for (const [signal, phrases = []] of Object.entries(language.signals) as [Signal, readonly string[] | undefined][])
    for (const phrase of phrases) signalsByPhrase.set(phrase, [...(signalsByPhrase.get(phrase) ?? []), signal])
  const index = indexPhrases(signalsByPhrase, () => false)
  indexes.set(language.locale, index)
  return index
}
