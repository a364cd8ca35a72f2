import type { Highlight, Item } from "@pg/domain"
import { languageOf } from "./analyse.js"
import { excerpt } from "./excerpt.js"
import { marksIn, mayStandIn, type Phrases, phrasesOf } from "./marks.js"
import { plain, withoutLinks, withoutSigns } from "./plain-text.js"
import { type Reading, readQuestion } from "./question.js"

/** Beyond this no body is read for its highlights, so that a page of very long ones comes at once too. */
const longestRead = 100_000

/** The found words of each item, by its id: title, summary and body where they have one, cut to what stands around them. */
export function highlightsOf(items: readonly Item[], question: string): Record<string, Highlight[]> {
  const look = lookingFor(question)
  return Object.fromEntries(
    items
      .map((item) => {
        const { found, inBody } = look(item)
        return [item.id, [...found, ...(inBody?.(item.body ?? "") ?? [])]] as [string, Highlight[]]
      })
      .filter(([, highlights]) => highlights.length > 0),
  )
}

/** What all but the body of an item says of a question; `inBody` finds the rest, where something is not said there. */
export type Look = (item: Pick<Item, "locale" | "title" | "summary">) => {
  found: Highlight[]
  inBody?: (body: string) => Highlight[]
}

/**
 * What is asked of the title is marked there only; a phrase is one mark. The body, which is long, is read only for what
 * neither title nor summary says, and only as far as its first paragraph with something of that in it.
 */
export function lookingFor(question: string): Look {
  const readings = new Map(readQuestion(question).map((reading) => [reading.language, readyFor(reading)]))
  return ({ locale, title, summary = "" }) => {
    const reading = readings.get(languageOf(locale))
    if (!reading) return { found: [] }
    const inTitle = marksIn(title, reading.inTitle)
    const inSummary = marksIn(summary, reading.elsewhere)
    const found: Highlight[] = []
    if (inTitle.length > 0) found.push({ field: "title", text: title, marks: inTitle })
    if (inSummary.length > 0) found.push({ field: "summary", ...excerpt(summary, inSummary) })
    const said = found.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to))).join("\n")
    const unsaid = reading.clauses.flatMap((clause, place) => (marksIn(said, clause, 1).length === 0 ? [place] : []))
    return unsaid.length === 0 ? { found } : { found, inBody: (body) => highlightInBody(body, reading.some(unsaid)) }
  }
}

/** What a language asks, made ready to be looked for: in the title, in other fields, and there by clauses. */
function readyFor({ language, wanted }: Reading) {
  const inTitle = phrasesOf(
    wanted.flatMap(({ ways }) => ways.flat()),
    language,
  )
  const elsewhere = wanted.filter(({ isInTitle }) => !isInTitle).map(({ ways }) => ways.flat())
  const known = new Map<string, Phrases>()
  /** Those of some clauses, by their places among all: bodies are long, and what is not looked for there need not slow it. */
  const some = (places: readonly number[]): Phrases => {
    const name = places.join()
    const phrases =
      known.get(name) ??
      phrasesOf(
        places.flatMap((place) => elsewhere[place] ?? []),
        language,
      )
    known.set(name, phrases)
    return phrases
  }
  return {
    inTitle,
    elsewhere: phrasesOf(elsewhere.flat(), language, inTitle),
    clauses: elsewhere.map((phrases) => phrasesOf(phrases, language, inTitle)),
    some,
  }
}

function highlightInBody(body: string, phrases: Phrases): Highlight[] {
  const text = withoutLinks(body.slice(0, longestRead))
  for (let from = 0, to = 0; from <= text.length; from = to + 1) {
    to = endOfParagraph(text, from)
    if (!mayStandIn(text, phrases, from, to)) continue
    // Without its signs it may be several, and the number of a line is no word any more.
    for (const paragraph of withoutSigns(text.slice(from, to)).split(blankLine)) {
      const line = plain(paragraph)
      const marks = marksIn(line, phrases)
      if (marks.length > 0) return [{ field: "body", ...excerpt(line, marks) }]
    }
  }
  return []
}

/** Up to the first of the line feeds between which there is nothing but space. */
function endOfParagraph(text: string, from: number): number {
  blankLine.lastIndex = from
  return blankLine.exec(text)?.index ?? text.length
}

const blankLine = /\n\s*\n/g
