/**
 * One thing that a search asks for: words of a text, in any order, or, where `isPhrase`, these one after the other.
 * `isExcluded`: items that have it are not wanted. `field` is where it must stand; anywhere where that is absent.
 */
export type SearchTerm = { text: string; isPhrase: boolean; isExcluded: boolean; field?: "title" }

/**
 * Reads what a person writes into a search field: `drug policy` (all words, in any order), `"drug policy"` (a phrase),
 * `-prison` and `-"drug policy"` (not that), `title:prison` and `title:"drug policy"` (in the title). Nothing is
 * refused: a quotation mark that is not closed goes to the end, a sign that makes no sense is a space. French, German and
 * curly quotation marks will do. What has no letter or digit asks for nothing.
 */
export function parseSearch(q: string): SearchTerm[] {
  return [...q.matchAll(termPattern)].flatMap((match) => {
    const { minus = "", title, phrase, word = "" } = match.groups ?? {}
    const text = (phrase ?? word).trim()
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    return [
      {
        text,
        isPhrase: phrase !== undefined,
        isExcluded: minus !== "",
        ...(title !== undefined && { field: "title" as const }),
      },
    ]
  })
}

/** Writes what `parseSearch` reads, so that it reads the same again. */
export const formatSearch = (terms: readonly SearchTerm[]): string =>
  terms
    .map(
      ({ text, isPhrase, isExcluded, field }) =>
        (isExcluded ? "-" : "") + (field === undefined ? "" : `${field}:`) + (isPhrase ? `"${text}"` : text),
    )
    .join(" ")

/** A minus counts at the beginning of a word only: `Covid-19` is one word. */
const termPattern = /(?<minus>-)?(?<title>title:)?(?:["“”„«](?<phrase>[^"“”«»]*)["“”»]?|(?<word>[^\s"“”„«»]+))/giu
