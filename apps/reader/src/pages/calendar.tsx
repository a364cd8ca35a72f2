import { Calendar, mostShown } from "../events/calendar.js"
import { isMonth, nameMonth } from "../events/month.js"
import { eventViewWords } from "../events/words.js"
import { languages, pageLocales, type PageLocale } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { agendaPath, calendarPath } from "../paths.js"
import { toApiQuery } from "../question.js"
import { findAll } from "../events/find-all.js"
import { feedOf } from "./load-listing.js"
import { findNearestMonths } from "../events/nearest-months.js"
import { readView } from "../events/read-view.js"
import { showNoSuchMonth } from "../events/no-such-month.js"
import { showWrongView } from "../events/wrong-view.js"

/** The events of a month, day by day. Where the address names none it is this month, or the nearest that has events. */
export async function loadCalendar(visit: Visit): Promise<Answer> {
  const { client, locale, slug, today } = visit
  if (slug !== "" && !isMonth(slug)) return showNoSuchMonth(slug, locale)
  const named = slug === "" ? undefined : slug
  const read = readView(visit, ["when", "sort", "limit", "cursor"], (query) => calendarPath(locale, named, query))
  if ("redirect" in read) return read
  const words = eventViewWords[locale]
  if (read.wrong.length > 0) return showWrongView(words.month, read)
  const { asked } = read
  const query = toApiQuery(asked, locale, "event")
  const present = today?.slice(0, 7)
  const month = named ?? (await findMonth(present ?? "9999-12"))
  if (month === undefined) return { redirect: agendaPath(locale, { ...asked, when: "past" }), status: 302 }
  const [found, nearest] = await Promise.all([
    findAll(client, { ...query, when: month, sort: "when" }, mostShown),
    findNearestMonths(client, query, month),
  ])
  const title = words.calendarTitle(nameMonth(month, locale))
  const insteadOf = named === undefined && month !== present ? present : undefined
  return {
    title,
    description: words.calendarDescription(nameMonth(month, locale)),
    // A month without events is nobody's address: there is no end of them.
    canonical: found.total > 0 ? calendarPath(locale, month, asked) : undefined,
    alternates: Object.fromEntries(pageLocales.map((other) => [other, calendarPath(other, month, asked)])) as Record<
      PageLocale,
      string
    >,
    feed: { path: feedOf({ ...asked, when: month }, locale, "event"), title: languages[locale].list.feedTitle(title) },
    content: () => <Calendar asked={asked} month={month} {...found} nearest={nearest} insteadOf={insteadOf} />,
  }

  /** This month where it has events, else the nearest to come, else the last that had some, else this one all the same. */
  async function findMonth(start: string): Promise<string | undefined> {
    const { total } = await client.find({ ...query, when: start, limit: 1 })
    if (total > 0) return start
    const { before, after } = await findNearestMonths(client, query, start)
    return after ?? before ?? present
  }
}
