import { bodies, type Item, kindOf, labelOf, topics, toSlug } from "@pg/domain"
import type { Feed, SchemeName } from "../format.js"
import { nameCountry } from "../place.js"

/** A term that an item is classified by: RFC 4287 section 4.2.2. `label` is in the item's language, `scheme` an address. */
export type Category = { term: string; label?: string | undefined; scheme?: string | undefined }

/**
 * What an item is, is about and is from, in the order of Item's fields. An event that does not take place as it was planned
 * has schema.org's word for that first.
 */
export function categoriesOf(item: Item, { schemeUrl }: Pick<Feed, "schemeUrl">): Category[] {
  const { kind, type, locale } = item
  const of = (name: SchemeName, term: string | undefined, label?: string): Category[] =>
    term === undefined || term === "" ? [] : [{ term, label, scheme: schemeUrl?.(name) }]
  return [
    ...statusOf(item),
    ...of("kind", kind),
    ...of("type", type),
    ...item.topics.flatMap((topic) => of("topic", topic, labelOf(topics, topic, locale))),
    ...item.countries.flatMap((country) => of("country", country, nameCountry(country, locale))),
    ...item.bodies.flatMap((body) => of("body", toSlug(body), labelOf(bodies, body, locale))),
  ]
}

function statusOf(item: Item): Category[] {
  const term = kindOf(item).status(item)
  return term === undefined ? [] : [{ term, scheme: "https://schema.org/" }]
}
