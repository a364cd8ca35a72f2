import { type Item, kindOf } from "@pg/domain"
import { type Format, formats, signpostsOf } from "@pg/formats"
import type { Site } from "./site.js"

/**
 * A typed link, RFC 8288: `rel` says what `href` is to whatever carries the link. Addresses are absolute and in ASCII;
 * `type` is a media type without parameters.
 */
export type WebLink = { rel: string; href: string; type?: string }

/** A link that says itself of what it speaks, RFC 9264. */
export type AnchoredLink = WebLink & { anchor: string }

/** The link types in which a link set comes, RFC 9264 sections 4.1 and 4.2; the one to use when none is asked for first. */
export const linksetTypes = [
  { extension: "json", type: "application/linkset+json" },
  { extension: "txt", type: "application/linkset" },
] as const

/**
 * What goes with an item's web page (FAIR Signposting Profile, level 1): how to cite it, what it is, the list that it is
 * in, what describes it in each format, and its files. There is no author and no license, since items say the address of
 * neither.
 */
export const linksOfPage = (item: Item, site: Site): WebLink[] => [
  ...linksOfEither(item, site),
  { rel: "type", href: "https://schema.org/AboutPage" },
  ...linksetsOf(item, site),
  ...formats.map((format) => ({ rel: "describedby", ...descriptionOf(item, format, site) })),
  ...filesOf(item).map((file) => ({ rel: "item", ...file })),
]

/** What goes with an item as the API gives it in a format: the same, but with the page and the other formats. */
export const linksOfItem = (item: Item, site: Site, given: Format): WebLink[] => [
  { rel: "canonical", href: descriptionOf(item, given, site).href },
  { rel: "describes", ...pageOf(item, site) },
  ...linksOfEither(item, site),
  ...linksetsOf(item, site),
  ...formats
    .filter((format) => format !== given)
    .map((format) => ({ rel: "alternate", ...descriptionOf(item, format, site) })),
  ...filesOf(item).map((file) => ({ rel: "item", ...file })),
]

/** Every link of an item (level 2): those of its page, and from each description and each file to the page. */
export function linksetOf(item: Item, site: Site): AnchoredLink[] {
  const page = pageOf(item, site)
  return [
    ...linksOfPage(item, site)
      .filter(({ rel }) => rel !== "linkset")
      .map((link) => ({ anchor: page.href, ...link })),
    ...formats.map((format) => ({ anchor: descriptionOf(item, format, site).href, rel: "describes", ...page })),
    ...filesOf(item).map((file) => ({ anchor: file.href, rel: "collection", ...page })),
  ]
}

/** The links that are as true of the page as of the item itself. */
function linksOfEither(item: Item, site: Site): WebLink[] {
  const { citeAs, type } = signpostsOf(item, pageOf(item, site).href)
  return [
    { rel: "cite-as", href: citeAs },
    { rel: "type", href: type },
    { rel: "collection", href: site.kindPageUrl(kindOf(item).segment, item.locale), type: "text/html" },
  ]
}

const pageOf = (item: Item, site: Site) => ({ href: site.itemPageUrl(item), type: "text/html" })

const linksetsOf = ({ id }: Item, site: Site): WebLink[] =>
  linksetTypes.map(({ extension, type }) => ({
    rel: "linkset",
    href: site.listUrl(`items/${id}/linkset`, extension),
    type,
  }))

const descriptionOf = ({ id }: Item, { extension, mediaType }: Format, site: Site) => ({
  href: site.listUrl(`items/${id}`, extension),
  type: mediaType,
})

/** An address as it was written may have letters of any script, which a header has not; what no browser can follow is left out. */
const filesOf = (item: Item): Omit<WebLink, "rel">[] =>
  kindOf(item)
    .files(item)
    .flatMap(({ url, mediaType }) =>
      URL.canParse(url) ? [{ href: new URL(url).href, ...(mediaType !== undefined && { type: mediaType }) }] : [],
    )
