import { type Item, kindOf } from "@pg/domain"
import { formats, signpostsOf } from "@pg/formats"
import { createMemory } from "./memory.js"
import { pageLocaleOf } from "./messages/languages.js"
import { apiItemPath, itemPath, listPath } from "./paths.js"

/**
 * The Link header of an item's page (FAIR Signposting Profile, level 1): how to cite it, what it is, the list that it is in,
 * its files, what describes it in each format, and the link set, which has all of its files.
 */
export function linkHeaderOf(item: Item, siteUrl: string): string {
  const locale = pageLocaleOf(item.locale)
  const { citeAs, type } = signpostsOf(item, siteUrl + itemPath(locale, item))
  // A list shows its page's language, which need not be the item's.
  const list = siteUrl + listPath(locale, item.kind, item.locale === locale ? {} : { locale: [item.locale] })
  return [
    `<${citeAs}>; rel="cite-as"`,
    `<https://schema.org/AboutPage>; rel="type", <${type}>; rel="type"`,
    `<${list}>; rel="collection"; type="text/html"`,
    descriptions(siteUrl, () => descriptionsOfAny(siteUrl).split(anyId)).join(item.id),
    ...filesOf(item),
  ].join(", ")
}

/** They differ in the id alone. */
const anyId = "anyId"
const descriptions = createMemory<string[]>(10)

function descriptionsOfAny(siteUrl: string): string {
  const linkset = `<${siteUrl}${apiItemPath(anyId, "/linkset.json")}>; rel="linkset"; type="application/linkset+json"`
  const each = formats.map(
    ({ extension, mediaType }) =>
      `<${siteUrl}${apiItemPath(anyId, `.${extension}`)}>; rel="describedby"; type="${mediaType}"`,
  )
  return [linkset, ...each].join(", ")
}

/** Servers and clients refuse long headers. */
const mostFiles = 8
const longestUrl = 200

/** The address as a browser writes it, in ASCII; what no browser can follow is left out. */
const filesOf = (item: Item): string[] =>
  kindOf(item)
    .files(item)
    .slice(0, mostFiles)
    .flatMap(({ url, mediaType }) => {
      const href = URL.canParse(url) ? new URL(url).href : ""
      const said = mediaType === undefined ? "" : `; type="${mediaType}"`
      return href === "" || href.length > longestUrl ? [] : [`<${href}>; rel="item"${said}`]
    })
