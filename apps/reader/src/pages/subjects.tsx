import { SubjectIndex } from "../components/subject-index.js"
import { languages, type PageLocale, pageLocales } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { apiListPath, subjectsPath } from "../paths.js"
import type { SubjectFilter } from "../segments.js"

/** All subjects of one sort, with how much there is on each. */
export async function loadSubjects({ client, locale }: Visit, filter: SubjectFilter): Promise<Answer> {
  const ask = { facets: [filter], profile: "minimal", limit: 1 } as const
  const [own, every] = await Promise.all([
    client.find({ ...ask, facets: [filter], locale: [locale] }),
    client.find({ ...ask, facets: [filter] }),
  ])
  const { site, subjects } = languages[locale]
  const title = subjects.titles[filter]
  return {
    title,
    description: subjects.description(title),
    canonical: subjectsPath(locale, filter),
    alternates: Object.fromEntries(pageLocales.map((other) => [other, subjectsPath(other, filter)])) as Record<
      PageLocale,
      string
    >,
    feed: { path: apiListPath(".atom", { locale: [locale] }), title: site.title },
    content: () => <SubjectIndex filter={filter} own={own.facets?.[0]} every={every.facets?.[0]} />,
  }
}
