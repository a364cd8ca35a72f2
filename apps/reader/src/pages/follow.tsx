import { formatQuery, type ItemQuery, type Page } from "@pg/domain"
import { isInCalendar } from "@pg/formats"
import type { Asking } from "../asking.js"
import { Follow } from "../components/follow.js"
import { calendar, feeds, waysOf } from "../components/ways.js"
import { findAll } from "../events/find-all.js"
import { takingPlace } from "../kinds/views.js"
import { languages, pageLocales, type PageLocale } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { apiListPath, followPath } from "../paths.js"
import { readQuestion, toApiQuery, without, withoutDefaults } from "../question.js"
import { hasEmptyField } from "./load-listing.js"

/**
 * Makes of a question the addresses by which its answer can be followed. `as` is the extension of the format that is wanted.
 * An address with fields left empty, as a form sends it, is led to the short one that means the same.
 */
export async function loadFollow({ client, url, locale }: Visit): Promise<Answer> {
  const search = new URLSearchParams(url.searchParams)
  search.delete("as")
  const { asked, wrong } = readQuestion(search)
  const ways = waysOf(locale)
  const as = ways.find(({ extension }) => extension === url.searchParams.get("as"))?.extension
  const wanted = as === feeds[0] ? undefined : as
  // What changes the pages and the order of a list is no matter to who follows it.
  const question = without(withoutDefaults(asked, locale), "cursor", "limit", "sort")
  const { follow } = languages[locale]
  const isShort = wanted === (url.searchParams.get("as") ?? undefined) && formatQuery(question) === formatQuery(asked)
  if (wrong.length === 0 && (!isShort || hasEmptyField(url)))
    return { redirect: followPath(locale, question, wanted), status: 302 }
  const page = wrong.length > 0 ? undefined : await client.find({ ...toApiQuery(question, locale), limit: mostShown })
  const notInCalendar = page && as === calendar ? await countOutside(client, toApiQuery(question, locale), page) : 0
  return {
    status: page ? 200 : 422,
    title: follow.title,
    description: follow.description,
    canonical: page && followPath(locale),
    alternates: alternatesOf(question, wanted),
    feed: { path: apiListPath(".atom", toApiQuery(question, locale)), title: follow.title },
    content: () => (
      <Follow
        asked={question}
        ways={[wanted ?? feeds[0]!, calendar].flatMap((extension, index, all) =>
          all.indexOf(extension) === index ? ways.filter((way) => way.extension === extension) : [],
        )}
        page={page}
        notInCalendar={notInCalendar}
        wrong={wrong}
      />
    ),
  }
}

const mostShown = 3

/** Beyond so many events it is not counted how many a calendar leaves out. */
const mostCounted = 500

/** How many of a question's items its calendar does not hold, for they have no dates that it could; 0 where that is not known. */
async function countOutside(client: Asking, query: ItemQuery, { total, totalIsAtLeast }: Page): Promise<number> {
  const kind = takingPlace().filter((name) => query.kind?.includes(name) ?? true)
  if (totalIsAtLeast) return 0
  if (kind.length === 0) return total
  const found = await findAll(client, { ...query, kind }, mostCounted)
  return found.total > found.items.length ? 0 : total - found.items.filter(isInCalendar).length
}

const alternatesOf = (asked: ItemQuery, as: string | undefined): Record<PageLocale, string> =>
  Object.fromEntries(pageLocales.map((locale) => [locale, followPath(locale, asked, as)])) as Record<PageLocale, string>
