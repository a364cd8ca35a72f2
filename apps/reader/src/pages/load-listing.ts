import { ApiError } from "@pg/client"
import { formatQuery, type ItemQuery, type KindName, type Page } from "@pg/domain"
import type { Undated } from "../components/empty-list.js"
import { pageLocales, type PageLocale } from "../messages/languages.js"
import { facetsFor } from "../choices.js"
import { timelineDate } from "../kinds/views.js"
import type { Visit } from "../page.js"
import { apiListPath, listPath } from "../paths.js"
import { everyLanguage, readQuestion, toApiQuery, without, withoutDefaults, type Wrong } from "../question.js"

/** A list as it was asked for; `page` is absent where the question is wrong. */
export type Loaded = { asked: ItemQuery; page?: Page; wrong: Wrong[]; elsewhere?: number; undated?: Undated[] }

/**
 * Asks for the list that an address means. An address with fields left empty, as a form sends it, is led to the short
 * one that means the same.
 */
export async function loadListing(
  { client, url, locale }: Visit,
  kind?: KindName,
): Promise<Loaded | { redirect: string; status: 302 }> {
  const { asked, wrong } = readQuestion(url.searchParams, kind)
  if (wrong.length > 0) return { asked, wrong }
  const short = withoutDefaults(asked, locale)
  if (hasEmptyField(url) || formatQuery(short) !== formatQuery(asked))
    return { redirect: listPath(locale, kind, short), status: 302 }
  try {
    const [page, undated] = await Promise.all([
      client.find({ ...toApiQuery(asked, locale, kind), facets: facetsFor(kind, timelineDate(kind)) }),
      findUndated(),
    ])
    return { asked, page, wrong, undated, ...(page.total === 0 && (await findElsewhere())) }
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 422) throw error
    return refused(asked, error)
  }

  async function findElsewhere() {
    if (asked.locale?.includes(everyLanguage)) return {}
    const { total } = await client.find({
      ...toApiQuery({ ...asked, locale: [everyLanguage] }, locale, kind),
      limit: 1,
    })
    return { elsewhere: total }
  }

  /** No facet tells of these: it counts what is in the range that is asked for. */
  async function findUndated(): Promise<Undated[]> {
    const dates = asked.missing === undefined ? (["issued", "when"] as const) : []
    const questions = dates
      .filter((date) => asked[date] !== undefined)
      .map((date): ItemQuery => ({ ...without(asked, date, "cursor"), missing: [date] }))
    const found = await Promise.all(
      questions.map(async (one) => ({
        asked: one,
        total: (await client.find({ ...toApiQuery(one, locale, kind), limit: 1 })).total,
      })),
    )
    return found.filter(({ total }) => total > 0)
  }
}

/** The same list in each language of the pages. */
export const alternatesOf = (asked: ItemQuery, kind?: KindName): Record<PageLocale, string> => {
  const { cursor: _, ...first } = asked
  return Object.fromEntries(pageLocales.map((locale) => [locale, listPath(locale, kind, first)])) as Record<
    PageLocale,
    string
  >
}

/** The feed of a list, without paging: a feed has pages of its own. */
export function feedOf(asked: ItemQuery, locale: PageLocale, kind?: KindName): string {
  const { cursor: _, limit: __, ...first } = asked
  return apiListPath(".atom", toApiQuery(first, locale, kind))
}

export const hasEmptyField = (url: URL) => [...url.searchParams.values()].some((value) => value.trim() === "")

/** What only the API can judge: a cursor that belongs to another question. */
function refused(asked: ItemQuery, { problem }: ApiError): Loaded {
  // A question is refused for its parameters alone.
  const errors = (problem?.errors ?? []).flatMap(({ parameter, suggestion }) =>
    parameter === undefined ? [] : [{ parameter, suggestion }],
  )
  const names = errors.map(({ parameter }) => parameter)
  const rest = Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name)))
  const valueOf = (name: string) => String(asked[name as keyof ItemQuery] ?? "")
  const wrong = errors.map(({ parameter, suggestion }) => ({ parameter, value: valueOf(parameter), suggestion }))
  return { asked: rest, wrong }
}
