import { kinds } from "@pg/domain"
import type { Store } from "@pg/store"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { notFound } from "../problem.js"
import { subjectPages } from "../sitemap/subject-pages.js"
import { newsSitemap } from "../sitemap/news-sitemap.js"
import { type SitemapPage, writeSitemap, writeSitemapIndex } from "../sitemap/write-sitemap.js"
import { pageLocales, type Site } from "../site.js"
import { versionsOf } from "../translations.js"

type Options = { store: Store; site: Site; now: () => Date }

/**
 * `/sitemap.xml`, the index of all web pages (sitemaps.org 0.9): a sitemap of the lists and of what is the same whatever is in
 * the archive, one of what items are about, and one for each shelf of the store, which has at most 5,000 items, dated or not. `/sitemap-news.xml` has the news of the last two days.
 */
export function sitemapRoutes({ store, site, now }: Options): Hono {
  const routes = new Hono()
  const lists = writeSitemap(listPages(site))
  routes.get("/sitemap.xml", async (c) => answer(c, { text: await index(store, site), mediaType, keys }))
  routes.get("/sitemap-lists.xml", (c) => answer(c, { text: lists, mediaType }))
  routes.get("/sitemap-subjects.xml", async (c) =>
    answer(c, { text: writeSitemap(await subjectPages(store, site)), mediaType, keys }),
  )
  routes.get("/sitemap-news.xml", async (c) =>
    answer(c, { text: await newsSitemap(store, site, now()), mediaType, keys }),
  )
  routes.get(`/:file{${shelfFile.source}}`, async (c) => {
    const pages = await itemPages(store, site, Number(shelfFile.exec(c.req.path)?.[1]))
    if (pages.length === 0)
      return notFound(c, "There is no such sitemap; the index names those that there are.", indexPath)
    return answer(c, { text: writeSitemap(pages), mediaType, keys })
  })
  return routes
}

const mediaType = "application/xml"
const keys = ["list"]
const indexPath = "/sitemap.xml"
const shelfFile = /sitemap-items-(\d{1,5})[.]xml/

async function index(store: Store, site: Site): Promise<string> {
  const shelves = await store.shelves()
  return writeSitemapIndex([
    { url: site.url("/sitemap-lists.xml") },
    { url: site.url("/sitemap-subjects.xml") },
    ...shelves.map(({ number, updatedAt }) => ({ url: site.url(`/sitemap-items-${number}.xml`), updatedAt })),
  ])
}

/** The home pages, the lists of each kind and the pages that are always there, in every language of the pages. */
function listPages(site: Site): SitemapPage[] {
  const homes = pageLocales.map((locale) => ({ locale, url: site.url(`/${locale}`) }))
  const lists = kinds.map(({ segment }) =>
    pageLocales.map((locale) => ({ locale, url: site.listPageUrl(segment, { locale: [locale] }) })),
  )
  const texts = ["about", "accessibility", "privacy"].map((page) =>
    pageLocales.map((locale) => ({ locale, url: site.url(`/${locale}/${page}`) })),
  )
  return [homes, ...lists, ...texts].flatMap((versions) => versions.map(({ url }) => ({ url, versions })))
}

async function itemPages(store: Store, site: Site, shelf: number): Promise<SitemapPage[]> {
  const pages: SitemapPage[] = []
  for await (const items of store.itemsOnShelf(shelf)) {
    const versions = await versionsOf(store, items)
    for (const item of items) {
      const others = versions.get(item.id) ?? []
      pages.push({
        url: site.itemPageUrl(item),
        updatedAt: item.updatedAt,
        ...(others.length > 1 && {
          versions: others.map((version) => ({ locale: version.locale, url: site.itemPageUrl(version) })),
        }),
      })
    }
  }
  return pages
}
