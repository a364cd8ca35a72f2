import type { KindName } from "@pg/domain"
import { Listing } from "../components/listing.js"
import { views } from "../kinds/views.js"
import { languages } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { listPath } from "../paths.js"
import { alternatesOf, feedOf, loadListing } from "./load-listing.js"

/** The list of one kind. */
export async function loadList(visit: Visit, kind: KindName): Promise<Answer> {
  const { locale } = visit
  const loaded = await loadListing(visit, kind)
  if ("redirect" in loaded) return loaded
  const { asked, page } = loaded
  const { list } = languages[locale]
  const { title } = views[kind].words[locale]
  const { Views } = views[kind]
  return {
    status: page ? 200 : 422,
    title,
    description: list.description(title),
    canonical: page && listPath(locale, kind, asked),
    alternates: alternatesOf(asked, kind),
    feed: { path: feedOf(asked, locale, kind), title: list.feedTitle(title) },
    content: () => (
      <Listing heading={title} kind={kind} {...loaded}>
        {Views && <Views asked={asked} />}
      </Listing>
    ),
  }
}
