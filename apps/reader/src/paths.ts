import { formatQuery, type Item, type ItemQuery, type KindName, kindsByName } from "@pg/domain"
import type { PageLocale } from "./messages/languages.js"
import { type StaticPage, type SubjectFilter, subjectSegments } from "./segments.js"

/** Every address that a page links to or is found at. */

export const homePath = (locale: PageLocale): string => `/${locale}`

/** The list of a kind, or of all kinds where none is given: that is the search. */
export const listPath = (locale: PageLocale, kind?: KindName, query: ItemQuery = {}): string =>
  `/${locale}/${kind === undefined ? "search" : kindsByName[kind].segment}${search(query)}`

/** An item's page, in the language of the pages around it. */
export const itemPath = (locale: PageLocale, { kind, slug }: Pick<Item, "kind" | "slug">): string =>
  `/${locale}/${kindsByName[kind].segment}/${encodeURIComponent(slug)}`

/** Where addresses to follow are made; `as` is the extension of the format that is wanted. */
export const followPath = (locale: PageLocale, query: ItemQuery = {}, as?: string): string => {
  const asked = [formatQuery(query), as === undefined ? "" : `as=${as}`].filter((part) => part !== "").join("&")
  return `/${locale}/follow${asked && `?${asked}`}`
}

/** The events in the order in which they take place. It stands beside the lists, so that no slug can be in its way. */
export const agendaPath = (locale: PageLocale, query: ItemQuery = {}): string => `/${locale}/agenda${search(query)}`

/** The events of a month, as in 2021-06; where none is given, of the one that is on or near. */
export const calendarPath = (locale: PageLocale, month?: string, query: ItemQuery = {}): string =>
  `/${locale}/calendar${month === undefined ? "" : `/${month}`}${search(query)}`

/** Where the events take place. */
export const mapPath = (locale: PageLocale, query: ItemQuery = {}): string => `/${locale}/map${search(query)}`

/** All subjects of one sort. */
export const subjectsPath = (locale: PageLocale, filter: SubjectFilter): string =>
  `/${locale}/${subjectSegments[filter]}`

/** One subject: all that is about it. */
export const subjectPath = (locale: PageLocale, filter: SubjectFilter, value: string): string =>
  `${subjectsPath(locale, filter)}/${encodeURIComponent(value.toWellFormed())}`

/** A page that is the same whatever is in the archive. */
export const staticPath = (locale: PageLocale, page: StaticPage): string => `/${locale}/${page}`

/** What stands behind an address of the API: the extension of a format, nothing for JSON, or what leads to its links. */
type Suffix = "" | `.${string}` | "/linkset.json"

/** A list as the API gives it: without an extension JSON. */
export const apiListPath = (extension: Suffix, query: ItemQuery = {}): string =>
  `/api/v1/items${extension}${search(query)}`

/** An item as the API gives it: its permanent address, whatever becomes of its slug. */
export const apiItemPath = (id: string, extension: Suffix): string => `/api/v1/items/${id}${extension}`

/** What the API offers for a search that is still being written, which comes last. */
export const suggestPath = (locale: PageLocale): string => `/api/v1/suggest?locale=${locale}&q=`

/** Where an item is found for ever, whatever becomes of its slug and its language: leads to its page. */
export const permanentPath = (id: string): string => `/items/${id}`

/** The picture that stands for an item where it is shared, or for the newsroom where none is given. */
export const cardPath = (locale: PageLocale, id = "newsroom"): string => `/cards/${locale}/${id}.png`

/** What browsers may fetch before it is asked for. */
export const speculationRulesPath = "/speculation-rules.json"

/** The API's own first page, and what explains it. */
export const apiPath = "/api/v1"
export const apiDocsPath = "/api/docs"

const search = (query: ItemQuery) => {
  const text = formatQuery(query)
  return text && `?${text}`
}
