import { acronyms, type Item, parseSearch, type SearchTerm, sortKey } from "@pg/domain"
import { analyse } from "../src/search/analyse.js"

/**
 * What a search finds, in its order of relevance, the plain way: the rule as the README tells it, on each item in turn.
 * Items are to have nothing that can be searched but title, summary and body, without Markdown.
 */
export const plainSearch = (items: readonly Item[], q: string): Item[] =>
  items
    .map((item) => ({ item, tier: tierOf(item, q) }))
    .filter(({ tier }) => tier !== undefined)
    .toSorted((a, b) => (a.tier ?? 0) - (b.tier ?? 0) || newestFirst(a.item, b.item))
    .map(({ item }) => item)

function newestFirst(a: Item, b: Item): number {
  const [first, second] = [`${sortKey(a)} ${a.id}`, `${sortKey(b)} ${b.id}`]
  return first < second ? 1 : -1
}

/** 0 where all that is wanted is in the title, 1 where some of it is, 2 for the rest; `undefined` where it is not found. */
function tierOf(item: Item, q: string): number | undefined {
  const terms = parseSearch(q)
  const wanted = thingsIn(
    terms.filter(({ isExcluded }) => !isExcluded),
    item.locale,
  )
  const unwanted = terms
    .filter(({ isExcluded }) => isExcluded)
    .map((term) => ({ ...thingOf(term, item.locale), ...(term.field && { field: term.field }) }))
  const texts = [item.title, item.summary ?? "", item.body ?? ""]
  const isThere = ({ field, ways }: Thing) => says(field ? [item.title] : texts, item.locale, ways)
  if (terms.length === 0 || !wanted.every(isThere) || unwanted.some(isThere)) return undefined
  const inTitle = (ways: Way[]) => says([item.title], item.locale, ways)
  if (wanted.length > 0 && wanted.every(({ ways }) => inTitle(ways))) return 0
  return wanted.some(({ ways }) => inTitle(ways.flatMap((way) => way.map((text) => [text])))) ? 1 : 2
}

/** Texts, of which each stands in one place word for word; one that begins with "!" in these very letters. */
type Way = string[]
type Thing = { ways: Way[]; field?: string }

function thingsIn(terms: readonly SearchTerm[], locale: string): Thing[] {
  const things: Thing[] = []
  for (let at = 0; at < terms.length; ) {
    const { field, isPhrase } = terms[at] as SearchTerm
    const run = terms.slice(at).findIndex((term) => term.field !== field || term.isPhrase)
    const together = isPhrase ? 1 : run < 0 ? terms.length - at : run
    const said = terms.slice(at, at + together)
    const found = isPhrase ? said.map((term) => thingOf(term, locale)) : wordsAndLongForms(said, locale)
    things.push(...found.map((thing) => ({ ...thing, ...(field && { field }) })))
    at += together
  }
  return things
}

const formsIn = (locale: string) => acronyms.filter((acronym) => acronym.locale === locale)
const shortWay = ({ short, isWord }: (typeof acronyms)[number]): Way => [isWord ? `!${short}` : short]

function wordsAndLongForms(terms: readonly SearchTerm[], locale: string): Thing[] {
  const words = terms.flatMap(({ text }) => wordsIn(text, locale))
  const things: Thing[] = []
  while (words.length > 0) {
    const long = formsIn(locale).find((form) => {
      const long = wordsIn(form.long, locale)
      return same(words.slice(0, long.length), long, locale)
    })
    const taken = words.splice(0, long ? wordsIn(long.long, locale).length : 1)
    const [word = ""] = taken
    things.push({ ways: long ? [taken, shortWay(long)] : waysOf(word, locale) })
  }
  return things
}

/** A phrase, or what is unwanted: all words of one term together. */
function thingOf({ text, isPhrase }: SearchTerm, locale: string): Thing {
  if (isPhrase) return { ways: [[text]] }
  const words = wordsIn(text, locale)
  return { ways: words.length === 1 ? waysOf(words[0] ?? "", locale) : [words] }
}

function waysOf(word: string, locale: string): Way[] {
  const form = formsIn(locale).find(({ short }) => same([word], [short], locale))
  if (!form || (form.isWord && word !== form.short)) return [[word]]
  return [shortWay(form), [form.long]]
}

const wordsIn = (text: string, locale: string) => analyse(text, locale).map(({ from, to }) => text.slice(from, to))

const tokensIn = (text: string, locale: string) => analyse(text, locale).map(({ token }) => token)

const same = (some: readonly string[], others: readonly string[], locale: string) =>
  some.length === others.length &&
  some.every((word, index) => tokensIn(word, locale).join() === tokensIn(others[index] ?? "", locale).join())

const says = (texts: readonly string[], locale: string, ways: readonly Way[]) =>
  ways.some((way) => way.every((part) => texts.some((text) => hasSideBySide(text, part, locale))))

function hasSideBySide(text: string, part: string, locale: string): boolean {
  if (part.startsWith("!")) return wordsIn(text, locale).includes(part.slice(1))
  const has = ` ${tokensIn(text, locale).join(" ")} `
  return has.includes(` ${tokensIn(part, locale).join(" ")} `)
}
