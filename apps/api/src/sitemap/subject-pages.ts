import type { Store } from "@pg/store"
import { pageLocales, type Site } from "../site.js"
import type { SitemapPage } from "./write-sitemap.js"

/** What items are about, by the filter that asks for it, and the part of an address under which each has its pages. */
const segments = { topic: "topics", country: "countries", body: "bodies", person: "people", series: "series" } as const
type SubjectFilter = keyof typeof segments
const filters = Object.keys(segments) as SubjectFilter[]

/**
 * The pages of topics, countries, bodies, people and series, and of all of each, in every language of the pages. Of each at
 * most the 100 that most items are about: so many does a facet have, and the items lead to the others.
 */
export async function subjectPages(store: Store, site: Site): Promise<SitemapPage[]> {
  const { facets = [] } = await store.find({ facets: filters, limit: 1 })
  const paths = filters.flatMap((filter) => {
    const values = facets.find(({ name }) => name === filter)?.values ?? []
    return [segments[filter], ...values.map(({ value }) => `${segments[filter]}/${encodeURIComponent(value)}`)]
  })
  return paths.flatMap((path) => {
    const versions = pageLocales.map((locale) => ({ locale, url: site.url(`/${locale}/${path}`) }))
    return versions.map(({ url }) => ({ url, versions }))
  })
}
