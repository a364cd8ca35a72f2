import { bodies, type Contributor, type Imprint, type Item, kindOf, labelOf } from "@pg/domain"
import { doiUrl } from "../doi-url.js"
import {
  aboutOf,
  type Addresses,
  countriesOf,
  filesOf,
  imageOf,
  linksOf,
  peopleOf,
  placeOf,
  referTo,
  relatedBy,
} from "./common.js"
import { isoDate, isoInterval } from "./iso-date.js"
import { type Fields, type Node, node } from "./node.js"

/** A piece of news, by the Pompidou Group, whose newsroom it is; or a publication, as its title page has it. */
export function describeWork(item: Item, addresses: Addresses): Node<"NewsArticle"> | Node<"Report"> | Node<"Book"> {
  const fields = workFields(item, addresses)
  const imprint = kindOf(item).imprint(item)
  if (imprint === undefined) {
    const newsroom = node("Organization", { name: labelOf(bodies, "pompidou-group", item.locale) })
    return node("NewsArticle", { ...fields, author: newsroom, publisher: newsroom })
  }
  const { reference, isbn, edition, pages } = imprint
  return kindOf(item).citationType(item) === "book"
    ? node("Book", { ...fields, ...imprintFields(imprint), isbn, bookEdition: edition, numberOfPages: pages })
    : node("Report", { ...fields, ...imprintFields(imprint), reportNumber: reference })
}

/** What every work may say. Its dateline's place is where it was made; countries are what it is about. */
const workFields = (item: Item, addresses: Addresses) =>
  ({
    ...referTo(item.id),
    name: item.title,
    headline: item.title,
    alternativeHeadline: item.subtitle,
    description: item.summary,
    text: item.body,
    url: addresses.itemUrl(item),
    mainEntityOfPage: addresses.itemUrl(item),
    inLanguage: item.locale,
    datePublished: isoDate(item.issued),
    dateModified: item.updatedAt,
    locationCreated: kindOf(item).places(item).map(placeOf),
    temporalCoverage: kindOf(item)
      .whens(item)
      .flatMap((when) => isoInterval(when) ?? []),
    contentLocation: countriesOf(item),
    about: aboutOf(item, addresses),
    mentions: [...peopleOf(item), ...linksOf(item)],
    subjectOf: relatedBy(item, "announcedIn", "reportedIn", "hasCall"),
    isPartOf: item.series && node("CreativeWorkSeries", { identifier: item.series.id }),
    position: item.series?.ordinal,
    translationOfWork: relatedBy(item, "translationOf"),
    workTranslation: relatedBy(item, "hasTranslation"),
    isBasedOn: relatedBy(item, "replaces"),
    image: imageOf(item),
    encoding: filesOf(item),
  }) satisfies Fields<"CreativeWork">

/** What a title page says, but for what only reports or only books say. */
function imprintFields({ contributors, publisher, reference, isbn, doi, languages }: Imprint) {
  const by = Object.groupBy(contributors, ({ role = "author" }) => role.toLowerCase())
  const { author = [], translator = [], ...others } = by
  const editors = others["editor"]?.filter(({ type }) => type === "Person") ?? []
  return {
    author: author.map(agent),
    editor: editors.map(({ name }) => node("Person", { name })),
    translator: translator.map(agent),
    contributor: Object.values(others)
      .flatMap((all) => all ?? [])
      .filter((one) => !editors.includes(one))
      .map(agent),
    publisher: publisher === undefined ? undefined : node("Organization", { name: publisher }),
    identifier: [...identifierOf("reference", reference), ...identifierOf("DOI", doi), ...identifierOf("ISBN", isbn)],
    sameAs: doi === undefined ? undefined : doiUrl(doi),
    ...(languages.length > 0 && { inLanguage: languages }),
  } satisfies Fields<"CreativeWork">
}

const agent = ({ name, type }: Contributor) =>
  type === "Person" ? node("Person", { name }) : node("Organization", { name })

const identifierOf = (propertyID: string, value: string | undefined) =>
  value === undefined ? [] : [node("PropertyValue", { propertyID, value })]
