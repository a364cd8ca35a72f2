import type { FacetName, ItemQuery, KindName, Page } from "@pg/domain"
import type { PageLocale } from "../messages/languages.js"
import type { Messages } from "../messages/messages.js"
import { without } from "../question.js"
import { filters, nameValue } from "./asked.js"

/** What is left of a question without one of its filters, and what that filter asks for. */
type WayOut = { name: string; asked: ItemQuery }

/**
 * The ways out of a list in which nothing is: each without one filter, and that with all of its values, for one of several
 * adds nothing to an empty list by going. Where the answer tells that nothing would be there either, it is no way out; and
 * one without the only filter is the whole list, which stands there anyway.
 */
export function waysOut(
  asked: ItemQuery,
  kind: KindName | undefined,
  page: Page,
  locale: PageLocale,
  messages: Messages,
): WayOut[] {
  const chosen = filters.filter((name) => asked[name] !== undefined && name !== "locale")
  if (chosen.length < 2) return []
  return chosen
    .filter((name) => leadsOn(name, page))
    .map((name) => ({
      name: [asked[name] ?? []]
        .flat()
        .map((value) => nameValue(name, value, kind, locale, messages))
        .join(` ${messages.or} `),
      asked: without(asked, name, "cursor"),
    }))
}

/** A facet counts what there is without its own filter; none counts anything where another filter has a value of no item. */
function leadsOn(name: (typeof filters)[number], { facets = [], unmatched = [] }: Page): boolean {
  const facet = facets.find((one) => one.name === facetOf[name])
  if (facet && facet.values.length > 0) return true
  return unmatched.length === 0 ? facet === undefined : unmatched.every(({ parameter }) => parameter === name)
}

const facetOf: Partial<Record<(typeof filters)[number], FacetName>> = {
  kind: "kind",
  type: "type",
  topic: "topic",
  country: "country",
  body: "body",
  issued: "issued.year",
  when: "when.year",
}
