import type {
  AudienceLeaf,
  BookLeaf,
  CollectionPageLeaf,
  CountryLeaf,
  CreativeWorkLeaf,
  CreativeWorkSeriesLeaf,
  DefinedTermLeaf,
  EventLeaf,
  EventSeriesLeaf,
  ImageObjectLeaf,
  ItemListLeaf,
  MediaObjectLeaf,
  NewsArticleLeaf,
  OfferLeaf,
  OrganizationLeaf,
  PersonLeaf,
  PlaceLeaf,
  PostalAddressLeaf,
  PropertyValueLeaf,
  ReportLeaf,
  VirtualLocationLeaf,
  WebPageLeaf,
} from "schema-dts"

/** The classes of schema.org that are used. To find one among all would take a compiler half a minute. */
type Class =
  | AudienceLeaf
  | BookLeaf
  | CollectionPageLeaf
  | CountryLeaf
  | CreativeWorkLeaf
  | CreativeWorkSeriesLeaf
  | DefinedTermLeaf
  | EventLeaf
  | EventSeriesLeaf
  | ImageObjectLeaf
  | ItemListLeaf
  | MediaObjectLeaf
  | NewsArticleLeaf
  | OfferLeaf
  | OrganizationLeaf
  | PersonLeaf
  | PlaceLeaf
  | PostalAddressLeaf
  | PropertyValueLeaf
  | ReportLeaf
  | VirtualLocationLeaf
  | WebPageLeaf

/** A node of one class of schema.org, by its name. */
export type Node<Name extends Class["@type"]> = Extract<Class, { "@type": Name }>

/** What a node of a class may say; what is undefined, or a list of nothing, is not said. */
export type Fields<Name extends Class["@type"]> = {
  [Key in keyof Omit<Node<Name>, "@type">]?: Node<Name>[Key] | undefined
}

/** A node of a class, its fields in the order given, less those that say nothing. */
export function node<Name extends Class["@type"]>(type: Name, fields: Fields<Name>): Node<Name> {
  const said: Record<string, unknown> = { "@type": type }
  for (const name in fields) {
    const value: unknown = fields[name as keyof typeof fields]
    if (!isNothing(value)) said[name] = value
  }
  return said as unknown as Node<Name>
}

const isNothing = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)
