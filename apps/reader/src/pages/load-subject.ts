import { type Item, type ItemQuery, kindOf, type Page } from "@pg/domain"
import type { Asking } from "../asking.js"
import { type SubjectParts, valuesOf } from "../components/subject.js"
import type { PageLocale } from "../messages/languages.js"
import type { SubjectFilter } from "../segments.js"

const most = { news: 6, event: 5, publication: 4 }

/** Asks for all that is on a subject, in the page's language; where there is nothing in that, in all. */
export async function loadSubjectParts(
  client: Asking,
  filter: SubjectFilter,
  value: string,
  locale: PageLocale,
): Promise<SubjectParts> {
  const own = await findAll(client, { [filter]: [value], locale: [locale] })
  const isForeign = own.total === 0 && countIn(own, locale).others > 0
  const query: ItemQuery = { [filter]: [value], ...(!isForeign && { locale: [locale] }) }
  const all = isForeign ? await findAll(client, query) : own
  const events = { ...query, kind: ["event" as const] }
  const [news, upcoming, past, noDates, publications, undated] =
    all.total === 0
      ? Array.from({ length: 6 }, () => nothing)
      : await Promise.all([
          client.find({ ...query, kind: ["news"], limit: most.news }),
          client.find({ ...events, when: "upcoming", sort: "when", limit: most.event }),
          client.find({ ...events, when: "past", sort: "-when", limit: most.event }),
          client.find({ ...events, missing: ["when"], limit: most.event }),
          client.find({ ...query, kind: ["publication"], limit: most.publication }),
          client.find({ ...query, missing: ["issued"], limit: 1 }),
        ])
  return {
    all,
    news: news!,
    upcoming: upcoming!,
    past: past!,
    noDates: { ...noDates!, items: noDates!.items.filter(isNever) },
    publications: publications!,
    undated: undated!.total,
    elsewhere: isForeign ? 0 : countIn(own, locale).others,
    isForeign,
  }
}

const nothing: Page = { items: [], total: 0 }

const findAll = (client: Asking, query: ItemQuery): Promise<Page> =>
  client.find({ ...query, facets: ["kind", "topic", "country", "body", "locale"], limit: 1 })

/** A facet says how many there would be in each language if that one were chosen. */
const countIn = (page: Page, locale: PageLocale): { others: number } => ({
  others: valuesOf(page, "locale")
    .filter(({ value }) => value !== locale)
    .reduce((sum, { countIfChosen }) => sum + countIfChosen, 0),
})

/** A course without dates of its own takes place on those of its sessions, and so is among what is over or to come. */
const isNever = (item: Item): boolean => kindOf(item).whens(item).length === 0
