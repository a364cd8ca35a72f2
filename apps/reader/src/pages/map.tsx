import type { ItemQuery } from "@pg/domain"
import { EventMap } from "../events/event-map.js"
import { findUnplaced } from "../events/find-unplaced.js"
import { readView } from "../events/read-view.js"
import { eventViewWords } from "../events/words.js"
import { showWrongView } from "../events/wrong-view.js"
import { languages, type PageLocale, pageLocales } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { mapPath } from "../paths.js"
import { toApiQuery } from "../question.js"
import { feedOf } from "./load-listing.js"

/** The events by the countries in which they take place, or which they are about: the list of any of them is as long. */
export async function loadMap(visit: Visit): Promise<Answer> {
  const { client, locale } = visit
  const pathOf = (query: ItemQuery) => mapPath(locale, query)
  const read = readView(visit, ["sort", "limit", "cursor"], pathOf)
  if ("redirect" in read) return read
  const words = eventViewWords[locale]
  if (read.wrong.length > 0) return showWrongView(words.mapTitle, read)
  const { asked } = read
  const query = toApiQuery(asked, locale, "event")
  const { total, facets = [] } = await client.find({ ...query, facets: ["country"], limit: 1 })
  const counts = facets.find(({ name }) => name === "country")?.values ?? []
  const unplaced = await findUnplaced(
    client,
    query,
    counts.map(({ value }) => value),
  )
  return {
    title: words.mapTitle,
    description: words.mapDescription,
    canonical: pathOf(asked),
    alternates: Object.fromEntries(pageLocales.map((other) => [other, mapPath(other, asked)])) as Record<
      PageLocale,
      string
    >,
    feed: { path: feedOf(asked, locale, "event"), title: languages[locale].list.feedTitle(words.mapTitle) },
    content: () => <EventMap asked={asked} total={total} counts={counts} unplaced={unplaced} />,
  }
}
