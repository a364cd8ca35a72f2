import type { ItemQuery } from "@pg/domain"
import { Agenda } from "../events/agenda.js"
import { eventViewWords } from "../events/words.js"
import { languages, pageLocales, type PageLocale } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { agendaPath } from "../paths.js"
import { toApiQuery } from "../question.js"
import { feedOf } from "./load-listing.js"
import { readView } from "../events/read-view.js"
import { showWrongView } from "../events/wrong-view.js"

/** The events in the order in which they take place, those to come where nothing else is asked; the past ones backwards. */
export async function loadAgenda(visit: Visit): Promise<Answer> {
  const { client, locale } = visit
  const pathOf = (query: ItemQuery) => agendaPath(locale, withoutUpcoming(query))
  const read = readView(visit, ["sort"], pathOf)
  if ("redirect" in read) return read
  const words = eventViewWords[locale]
  if (read.wrong.length > 0) return showWrongView(words.agendaTitle, read)
  const { asked } = read
  if (asked.when === "upcoming") return { redirect: pathOf(asked), status: 302 }
  const when = asked.when ?? "upcoming"
  const { when: _, cursor: __, limit: ___, ...filters } = asked
  const count = async (asked: ItemQuery) =>
    (await client.find(toApiQuery({ ...filters, ...asked, limit: 1 }, locale, "event"))).total
  const [page, all, upcoming, past] = await Promise.all([
    client.find(toApiQuery({ ...asked, when, sort: when === "past" ? "-when" : "when" }, locale, "event")),
    count({}),
    count({ when: "upcoming" }),
    count({ when: "past" }),
  ])
  const { cursor: ____, ...first } = asked
  return {
    title: words.agendaTitle,
    description: words.agendaDescription,
    canonical: pathOf(asked),
    alternates: Object.fromEntries(pageLocales.map((other) => [other, agendaPath(other, first)])) as Record<
      PageLocale,
      string
    >,
    feed: {
      path: feedOf({ ...first, when }, locale, "event"),
      title: languages[locale].list.feedTitle(words.agendaTitle),
    },
    content: () => <Agenda asked={asked} page={page} past={past} undated={all - upcoming - past} />,
  }
}

/** What is to come is what an agenda shows anyway. */
const withoutUpcoming = ({ when, ...rest }: ItemQuery): ItemQuery =>
  when === undefined || when === "upcoming" ? rest : { ...rest, when }
