import { kinds } from "@pg/domain"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { apiPath, pageLocales, type Site } from "../site.js"

/**
 * `/robots.txt`, RFC 9309: everything may be read. Kept from robots that only follow links are questions without end
 * (lists and searches, whose every filter leads to another) and what is long to send; the sitemaps lead to every page without them.
 */
export function robotsRoutes(site: Site): Hono {
  const text = [
    "User-agent: *",
    ...pageLocales.flatMap((locale) =>
      ["search", ...kinds.map(({ segment }) => segment)].map((page) => `Disallow: /${locale}/${page}?`),
    ),
    `Disallow: ${apiPath}/changes`,
    `Disallow: ${apiPath}/snapshot.ndjson`,
    "Allow: /",
    "",
    ...["/sitemap.xml", "/sitemap-news.xml"].map((path) => `Sitemap: ${site.url(path)}`),
    "",
  ].join("\n")
  return new Hono().get("/robots.txt", (c) => answer(c, { text, mediaType: "text/plain" }))
}
