import { anyOfFilters, bodies, formatQuery, type ItemQuery, labelOf, topics } from "@pg/domain"
import { nameCountry } from "@pg/formats"

type Words = {
  site: string
  segments: Record<string, string>
  changes: (list: string) => string
  names: Partial<Record<keyof ItemQuery, string>>
  /** Values that are words of the question itself: kinds, times, and the names of fields. */
  values: Readonly<Record<string, string>>
  not: string
  colon: string
}

/** A list's title, in a language of the pages: its name, and in brackets what it was asked for, terms by their names. */
export function feedTitle(segment: string, query: ItemQuery): { title: string; locale: string } {
  const {
    sort: _,
    limit: _limit,
    cursor: _cursor,
    fields: _fields,
    profile: _profile,
    include: _include,
    facets: _facets,
    ...rest
  } = query
  const { feed, ...filters } = rest
  const locale = filters.locale?.every((one) => one.split("-")[0] === "fr") ? "fr" : "en"
  const words = languages[locale]
  const list = words.segments[segment] ?? segment
  const asked = [...new URLSearchParams(formatQuery(filters))].map(([name, value]) =>
    said(name as keyof ItemQuery, value, locale),
  )
  const brackets = asked.length === 0 ? "" : ` (${asked.join("; ")})`
  return { title: `${words.site}, ${feed === "changes" ? words.changes(list) : list}${brackets}`, locale }
}

function said(name: keyof ItemQuery, value: string, locale: "en" | "fr"): string {
  const { names, not, colon } = languages[locale]
  const turned = anyOfFilters.find((filter) => `not.${filter}` === name)
  const filter = turned ?? name
  const vocabulary = filter === "topic" ? topics : filter === "body" ? bodies : []
  const { values } = languages[locale]
  const terms = value.split(",").map((term) => {
    if (filter === "country") return nameCountry(term, locale) ?? term
    return (ofQuestion.includes(filter) ? values[term] : undefined) ?? labelOf(vocabulary, term, locale)
  })
  return `${turned ? not : ""}${names[filter] ?? filter}${colon} ${filter === "q" ? value : terms.join(", ")}`
}

/** Parameters whose values are the question's own. */
const ofQuestion: readonly string[] = ["kind", "when", "missing"]

const languages: Record<"en" | "fr", Words> = {
  en: {
    site: "Pompidou Group",
    segments: { items: "all items", news: "news", events: "events", publications: "publications" },
    changes: (list) => `changes of ${list}`,
    names: { q: "search", when: "takes place", missing: "without" },
    values: {},
    not: "not ",
    colon: ":",
  },
  fr: {
    site: "Groupe Pompidou",
    segments: { items: "tout", news: "actualités", events: "événements", publications: "publications" },
    changes: (list) => `changements, ${list}`,
    names: {
      q: "recherche",
      kind: "genre",
      topic: "thème",
      country: "pays",
      body: "organe",
      person: "personne",
      series: "série",
      locale: "langue",
      issued: "publication",
      when: "dates",
      updated: "mise à jour",
      missing: "sans",
    },
    values: {
      news: "actualité",
      event: "événement",
      publication: "publication",
      upcoming: "à venir",
      past: "passés",
      issued: "date de publication",
      when: "dates",
      location: "lieu",
      summary: "résumé",
      body: "texte",
      type: "type",
      topics: "thèmes",
      countries: "pays",
      bodies: "organes",
      people: "personnes",
      series: "série",
      image: "image",
    },
    not: "sauf ",
    colon: "\u00a0:",
  },
}
