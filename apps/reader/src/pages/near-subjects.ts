import { kinds, nearby } from "@pg/domain"
import { nameSubject, termsOf } from "../components/subject-names.js"
import { views } from "../kinds/views.js"
import { languages, type PageLocale } from "../messages/languages.js"
import { listPath, staticPath, subjectPath, subjectsPath } from "../paths.js"
import { staticPages, subjectFilters, subjectSegments } from "../segments.js"

/** A page by its address and its name. */
export type NearPage = { path: string; name: string }

/** Lists, subjects and other pages whose address is like one below a language that there is not. */
export function findNearPages(locale: PageLocale, segments: readonly string[]): NearPage[] {
  const [first = "", second] = segments
  const filter = subjectFilters.find((one) => subjectSegments[one] === first)
  if (second === undefined || !filter) {
    const pages = pagesIn(locale)
    return second === undefined ? nearby(first, Object.keys(pages)).map((segment) => pages[segment]!) : []
  }
  return nearby(
    second,
    termsOf(filter).map(({ id }) => id),
  ).map((id) => ({ path: subjectPath(locale, filter, id), name: nameSubject(filter, id, locale) }))
}

function pagesIn(locale: PageLocale): Record<string, NearPage> {
  const { search, subjects, pages } = languages[locale]
  return Object.fromEntries([
    ...kinds.map(({ name, segment }) => [
      segment,
      { path: listPath(locale, name), name: views[name].words[locale].title },
    ]),
    ["search", { path: listPath(locale), name: search }],
    ...subjectFilters.map((filter) => [
      subjectSegments[filter],
      { path: subjectsPath(locale, filter), name: subjects.titles[filter] },
    ]),
    ...staticPages.map((page) => [page, { path: staticPath(locale, page), name: pages[page].title }]),
  ]) as Record<string, NearPage>
}
