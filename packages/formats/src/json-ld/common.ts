import { bodies, type Item, kindOf, labelOf, type Place, topics } from "@pg/domain"
import type { Feed } from "../format.js"
import { nameCountry } from "../place.js"
import { type Node, node } from "./node.js"

/** What a node may be made of beside its item. */
export type Addresses = Pick<Feed, "itemUrl" | "schemeUrl">

/** A node by its id: `urn:uuid:` and the item's id, as in Atom, since that never changes and relations know no more. */
export const referTo = (id: string): { "@id": string } => ({ "@id": `urn:uuid:${id}` })

/** Those to which an item has one of these relations. */
export const relatedBy = ({ relations }: Item, ...names: readonly string[]): { "@id": string }[] =>
  relations.filter(({ rel }) => names.includes(rel)).map(({ id }) => referTo(id))

/** What it is about: its topics and bodies, and what it announces, reports or calls for. */
export const aboutOf = (
  item: Item,
  { schemeUrl }: Addresses,
): (Node<"DefinedTerm"> | Node<"Organization"> | { "@id": string })[] => [
  ...item.topics.map((id) =>
    node("DefinedTerm", {
      name: labelOf(topics, id, item.locale),
      termCode: id,
      inDefinedTermSet: schemeUrl?.("topic"),
      url: schemeUrl && schemeUrl("topic") + encodeURIComponent(id),
    }),
  ),
  ...item.bodies.map((body) => node("Organization", { name: labelOf(bodies, body, item.locale) })),
  ...relatedBy(item, "announces", "reports", "callFor"),
]

/** Countries that it is about, ISO 3166-1. */
export const countriesOf = ({ countries, locale }: Item): Node<"Country">[] =>
  countries.map((code) => node("Country", { name: nameCountry(code, locale), identifier: code }))

/** People that it names, as written. */
export const peopleOf = ({ people }: Item): Node<"Person">[] => people.map((name) => node("Person", { name }))

/** Pages that it links to. */
export const linksOf = ({ links }: Item): Node<"WebPage">[] =>
  links.map(({ url, title }) => node("WebPage", { url, name: title }))

/** Files that can be had of it; `contentSize` in bytes. */
export const filesOf = (item: Item): Node<"MediaObject">[] =>
  kindOf(item)
    .files(item)
    .map(({ url, title, mediaType, size, locale }) =>
      node("MediaObject", {
        contentUrl: url,
        name: title,
        encodingFormat: mediaType,
        contentSize: size === undefined ? undefined : `${size} B`,
        inLanguage: locale,
      }),
    )

/** Its picture, with the words that stand for it. */
export const imageOf = ({ image }: Item): Node<"ImageObject"> | undefined =>
  image && node("ImageObject", { url: image.url, caption: image.alt, creditText: image.credit })

/** A place, with its name where it has one beside those of city and country. */
export const placeOf = ({ name, venue, city, country }: Place): Node<"Place"> =>
  node("Place", {
    name: venue ?? name,
    address:
      city === undefined && country === undefined
        ? undefined
        : node("PostalAddress", { addressLocality: city, addressCountry: country }),
  })
