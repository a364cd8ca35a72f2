import { formatQuery, type Item, type ItemQuery, kindsByName } from "@pg/domain"
import { memory } from "./remember.js"

/** Where the API is, below the site's own address. */
export const apiPath = "/api/v1"

/** Where the API's description for machines is (OpenAPI), and the page that shows it. */
export const openApiPath = "/api/openapi.json"
export const docsPath = "/api/docs"
/** Where the guide begins on that page. */
export const guidePath = `${docsPath}#guide`

/** Where the vocabularies are looked up. */
export const vocabulariesPath = `${apiPath}/vocabularies`

/** Where the archive is harvested (OAI-PMH). */
export const oaiPath = "/api/oai"

/** The languages in which the site has pages; what is in another language is shown on the pages of the first. */
export const pageLocales = ["en", "fr"] as const

/** Every absolute address that the API tells. `segment` is "items" or a kind's own. */
export type Site = {
  /** Any path of the site. */
  url: (path: string) => string
  /** A list in a format, or in whichever the reader asks for; `query` is a query string. */
  listUrl: (segment: string, extension?: string, query?: string) => string
  /** The web page that shows a list. */
  listPageUrl: (segment: string, query: ItemQuery) => string
  /** The same for all items of a kind in a language. */
  kindPageUrl: (segment: string, locale: string) => string
  /** The web page of an item. */
  itemPageUrl: (item: Pick<Item, "locale" | "kind" | "slug">) => string
  /** The WebSub hub that is told of the site's feeds, where there is one. */
  hub?: string | undefined
}

/** The addresses of the site at `siteUrl`, as in `https://example.org`, which tells `hub` of its feeds. */
export function createSite(siteUrl: string, hub?: string): Site {
  const base = siteUrl.replace(/\/+$/, "")
  const known = memory<string>(100)
  const site: Site = {
    hub,
    url: (path) => base + path,
    listUrl: (segment, extension, query) => base + listPath(segment, extension, query),
    listPageUrl: (segment, { locale: asked = [], ...question }) => {
      const query = filtersOf(question)
      const page = segment === "items" ? "search" : segment
      const locale = pageLocale(asked[0])
      const rest = asked.every((one) => one === locale) ? query : { ...query, locale: asked }
      // A page shows its own language unless it is asked for others; "*" is all of them.
      const languages = asked.length === 0 ? "locale=*" : ""
      return `${base}/${locale}/${page}${search([formatQuery(rest), languages].filter(Boolean).join("&"))}`
    },
    kindPageUrl: (segment, locale) =>
      known(`${segment} ${locale}`, () => site.listPageUrl(segment, { locale: [locale] })),
    itemPageUrl: ({ locale, kind, slug }) =>
      `${base}/${pageLocale(locale)}/${kindsByName[kind].segment}/${encodeURIComponent(slug)}`,
  }
  return site
}

/** Of a question what a page shows too: not how an answer is written, nor where a page of it begins. */
function filtersOf(query: ItemQuery): ItemQuery {
  const { cursor: _, fields: _f, profile: _p, include: _i, facets: _c, feed: _feed, ...filters } = query
  return filters
}

/**
 * The same address for each cursor, put together once: a cursor's signs stand in an address as they are, and an address
 * has `cursor=` in it once, since of what is asked `=` is encoded.
 */
export function byCursor(urlOf: (cursor: string) => string): (cursor: string) => string {
  const [before = "", after = ""] = urlOf("-").split("cursor=-")
  return (cursor) => `${before}cursor=${cursor}${after}`
}

/** The path of a list within the site, as `listUrl` has it. */
export const listPath = (segment: string, extension?: string, query = ""): string =>
  `${apiPath}/${segment}${extension === undefined ? "" : `.${extension}`}${search(query)}`

const search = (query: string) => query && `?${query}`

const pageLocale = (locale = "") => pageLocales.find((language) => locale.split("-")[0] === language) ?? pageLocales[0]
