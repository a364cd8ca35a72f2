import { Country, Slug, toSlug } from "@pg/domain"
import { SubjectPage } from "../components/subject-page.js"
import { isKnownSubject, nameSubject } from "../components/subject-names.js"
import { languages, type PageLocale, pageLocales } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { apiListPath, subjectPath } from "../paths.js"
import { everyLanguage } from "../question.js"
import type { SubjectFilter } from "../segments.js"
import { loadSubjectParts } from "./load-subject.js"
import { loadNotFound } from "./not-found.js"

/**
 * All that is about one thing. A thing that a vocabulary has and no item yet says so; one that is in neither is not there.
 * An address in other letters leads to the one that there is.
 */
export async function loadSubject(visit: Visit, filter: SubjectFilter): Promise<Answer> {
  const { client, locale, slug, url } = visit
  const value = canonical(filter, slug)
  if (value === undefined) return loadNotFound(visit)
  if (value !== slug) return { redirect: subjectPath(locale, filter, value) + url.search, status: 301 }
  const parts = await loadSubjectParts(client, filter, value, locale)
  const isEmpty = parts.all.total === 0
  if (isEmpty && !isKnownSubject(filter, value)) return loadNotFound(visit)
  const name = nameSubject(filter, value, locale, { item: parts.all.items[0] })
  const { subjects, list } = languages[locale]
  const asked = { [filter]: [value] }
  // A list shows its page's language, of which there may be nothing: then the lists of all are led to.
  const [query, apiQuery] = parts.isForeign
    ? [{ ...asked, locale: [everyLanguage] }, asked]
    : [asked, { ...asked, locale: [locale] }]
  return {
    title: name,
    description: subjects.description(name),
    // A page with nothing on it is for nobody to find.
    canonical: isEmpty ? undefined : subjectPath(locale, filter, value),
    alternates: Object.fromEntries(pageLocales.map((other) => [other, subjectPath(other, filter, value)])) as Record<
      PageLocale,
      string
    >,
    feed: { path: apiListPath(".atom", apiQuery), title: list.feedTitle(name) },
    content: () => <SubjectPage {...{ filter, value, name, query, apiQuery, parts }} />,
  }
}

/** The way in which a value is written: `FR`, `drug-policy`; `undefined` for what can be none. */
function canonical(filter: SubjectFilter, text: string): string | undefined {
  const value = filter === "country" ? text.toUpperCase() : text.length > 200 ? "" : toSlug(text)
  return (filter === "country" ? Country : Slug).safeParse(value).success ? value : undefined
}
