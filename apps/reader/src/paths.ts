import { formatQuery, type Item, type ItemQuery, type KindName, kindsByName } from "@pg/domain"
import type { PageLocale } from "./messages/languages.js"

/** Every address that a page links to or is found at. */

export const homePath = (locale: PageLocale): string => `/${locale}`

/** The list of a kind, or of all kinds where none is given: that is the search. */
export const listPath = (locale: PageLocale, kind?: KindName, query: ItemQuery = {}): string =>
  `/${locale}/${kind === undefined ? "search" : kindsByName[kind].segment}${search(query)}`

/** An item's page, in the language of the pages around it. */
export const itemPath = (locale: PageLocale, { kind, slug }: Pick<Item, "kind" | "slug">): string =>
  `/${locale}/${kindsByName[kind].segment}/${encodeURIComponent(slug)}`

/** What stands behind an address of the API: the extension of a format, nothing for JSON, or what leads to its links. */
type Suffix = "" | `.${string}` | "/linkset.json"

/** A list as the API gives it: without an extension JSON. */
export const apiListPath = (extension: Suffix, query: ItemQuery = {}): string =>
  `/api/v1/items${extension}${search(query)}`

/** An item as the API gives it: its permanent address, whatever becomes of its slug. */
export const apiItemPath = (id: string, extension: Suffix): string => `/api/v1/items/${id}${extension}`

/** Where an item is found for ever, whatever becomes of its slug and its language: leads to its page. */
export const permanentPath = (id: string): string => `/items/${id}`

/** The picture that stands for an item where it is shared, or for the newsroom where none is given. */
export const cardPath = (locale: PageLocale, id = "newsroom"): string => `/cards/${locale}/${id}.png`

/** What browsers may fetch before it is asked for. */
export const speculationRulesPath = "/speculation-rules.json"

/** The API's own first page. */
export const apiPath = "/api/v1"

const search = (query: ItemQuery) => {
  const text = formatQuery(query)
  return text && `?${text}`
}
