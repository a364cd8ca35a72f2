import type { Facet, FacetName, ItemQuery, Page } from "@pg/domain"
import type { SubjectFilter } from "../segments.js"

/** What there is on a subject: of each sort the newest, and how many there are. */
export type SubjectParts = {
  /** All of it, with facets; its one item is the newest. */
  all: Page
  news: Page
  upcoming: Page
  past: Page
  noDates: Page
  publications: Page
  /** How many do not say when they were published. */
  undated: number
  /** How many more there are in other languages. */
  elsewhere: number
  /** Whether there is nothing in the page's language, so that this is what there is in all. */
  isForeign: boolean
}

/** A subject, and what its page shows. `query` is what its lists ask for, `apiQuery` the same as the API has it. */
export type Subject = {
  filter: SubjectFilter
  value: string
  name: string
  query: ItemQuery
  apiQuery: ItemQuery
  parts: SubjectParts
}

/** The counts of one facet of a page; none where it has none. */
export const valuesOf = ({ facets = [] }: Page, name: FacetName): Facet["values"] =>
  facets.find((facet) => facet.name === name)?.values ?? []
