import { filtersId } from "../components/filter-choices.js"
import { Listing } from "../components/listing.js"
import { SearchField } from "../components/search-form.js"
import { languages } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { listPath } from "../paths.js"
import { alternatesOf, feedOf, loadListing } from "./load-listing.js"

/** The search over all kinds. */
export async function loadSearch(visit: Visit): Promise<Answer> {
  const { locale } = visit
  const loaded = await loadListing(visit)
  if ("redirect" in loaded) return loaded
  const { asked, page } = loaded
  const { list, search } = languages[locale]
  return {
    status: page ? 200 : 422,
    title: asked.q === undefined ? search : `${asked.q} – ${search}`,
    description: list.description(search),
    canonical: page && listPath(locale, undefined, asked),
    alternates: alternatesOf(asked),
    islands: ["suggest"],
    feed: { path: feedOf(asked, locale), title: list.feedTitle(search) },
    content: () => (
      <Listing heading={search} {...loaded}>
        <SearchField q={asked.q} form={filtersId} />
      </Listing>
    ),
  }
}
