import { bodies, type Item, kindOf, labelOf } from "@pg/domain"
import { storedTermsOf, type Term } from "../terms.js"
import { capitalsIn } from "./acronym-forms.js"
import { addTokens, languageOf, tokensIn } from "./analyse.js"
import { withoutMarks } from "./plain-text.js"
import { endOfField, inLanguage, inTitle } from "./tiers.js"
import { addToken, tokenText } from "./token-text.js"

/**
 * An item as a row of tokens, with a space between, in which the index finds words and what stands side by side: in
 * `title` the title's words as such and the language, in `tokens` the values of filters, then all that can be searched, field by
 * field, with a token of the language after each, so that no phrase goes from one field into the next.
 */
export type Document = { title: string; tokens: string }

export function documentOf(item: Item, terms: readonly Term[] = storedTermsOf(item)): Document {
  const { locale, title } = item
  const language = languageOf(locale)
  const end = endOfField(language)
  const words = [...tokensIn(title, locale), ...capitalsIn(title, locale)].map(inTitle)
  const tokens = tokenText((into) => {
    for (const { field, value } of terms) addToken(into, termToken(field, value))
    for (const text of textsOf(item)) {
      addTokens(text, locale, into)
      addToken(into, end)
      for (const token of capitalsIn(text, locale)) addToken(into, token)
    }
  })
  return { title: [...words, inLanguage(language)].join(" "), tokens }
}

/** The same as a list. */
export function tokensOf(item: Item): string[] {
  const { title, tokens } = documentOf(item)
  return `${title} ${tokens}`.split(" ")
}

/** The token of a filter's value, in which nothing is a sign to a database. */
export const termToken = (field: string, value: string): string =>
  `${field}=${value.replace(/[^\p{L}\p{N}\p{M}+-]/gu, "_")}`

/** A body's id is searched by its names. */
function textsOf(item: Item): string[] {
  const { kicker, title, subtitle, summary, body, people } = item
  const kind = kindOf(item)
  const places = kind.places(item).flatMap(({ name, venue, city }) => [name, venue, city])
  const names = item.bodies.map((id) => labelOf(bodies, id, item.locale))
  const texts = [kicker, title, subtitle, summary, body === undefined ? undefined : withoutMarks(body)]
  return [...texts, ...people, ...names, ...places, ...kind.texts(item)].filter((text) => text !== undefined)
}
