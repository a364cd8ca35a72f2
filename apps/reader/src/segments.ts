/** The parts of addresses that no kind of item owns. They are the same in every language. */

/** What an item can be about, by the filter that asks for it, and the part of an address under which each has its pages. */
export const subjectSegments = {
  topic: "topics",
  country: "countries",
  body: "bodies",
  person: "people",
  series: "series",
} as const

/** A filter whose every value has a page. */
export type SubjectFilter = keyof typeof subjectSegments

/** All of them, in the order in which they are offered. */
export const subjectFilters = Object.keys(subjectSegments) as SubjectFilter[]

/** The pages that are the same whatever is in the archive. */
export const staticPages = ["about", "accessibility", "privacy"] as const
/** The name of one, which is its part of an address too. */
export type StaticPage = (typeof staticPages)[number]
