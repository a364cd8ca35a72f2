import { element, xmlDocument } from "@pg/formats"

/** A web page as a sitemap names it: its address, when it last changed (RFC 3339), and its language versions, itself too. */
export type SitemapPage = { url: string; updatedAt?: string | undefined; versions?: { locale: string; url: string }[] }

/** A sitemap as an index names it. */
export type SitemapPart = { url: string; updatedAt?: string | undefined }

/** A sitemap of pages, sitemaps.org 0.9, with the language versions as Google reads them. */
export const writeSitemap = (pages: readonly SitemapPage[]): string =>
  xmlDocument(element("urlset", { xmlns: namespace, "xmlns:xhtml": "http://www.w3.org/1999/xhtml" }, pages.map(toUrl)))

/** An index of sitemaps. */
export const writeSitemapIndex = (parts: readonly SitemapPart[]): string =>
  xmlDocument(
    element(
      "sitemapindex",
      { xmlns: namespace },
      parts.map((part) => element("sitemap", {}, placeAndTime(part))),
    ),
  )

export const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

const toUrl = ({ versions = [], ...page }: SitemapPage) =>
  element("url", {}, [
    ...placeAndTime(page),
    ...versions.map(({ locale, url }) => element("xhtml:link", { rel: "alternate", hreflang: locale, href: url })),
  ])

const placeAndTime = ({ url, updatedAt }: SitemapPart) => [
  element("loc", {}, url),
  ...(updatedAt === undefined ? [] : [element("lastmod", {}, updatedAt)]),
]
