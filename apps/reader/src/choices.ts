import type { Facet, FacetName, FacetValue, ItemQuery, KindName } from "@pg/domain"
import { without } from "./question.js"

/** A filter of which a list offers values. */
export type Chosen = "kind" | "type" | "topic" | "country" | "body" | "locale" | "missing"

/** The filters by date by whose years and months a list can be counted. */
export type DateFilter = "issued" | "when"

/** By what a list is counted: of one kind by its types, of all by their kinds; its timeline is of the date given. */
export const facetsFor = (kind: KindName | undefined, date: DateFilter): FacetName[] => [
  kind === undefined ? "kind" : "type",
  "topic",
  "country",
  "body",
  "locale",
  "missing",
  "issued.year",
  ...(date === "issued" ? [] : [`${date}.year` as const]),
  `${date}.month`,
]

/** The values that a list offers of a facet; none where it was not counted by it. */
export const offered = (facets: readonly Facet[] | undefined, name: FacetName): readonly FacetValue[] =>
  facets?.find((facet) => facet.name === name)?.values ?? []

/**
 * The question that a choice leads to: the first page of the same one, with the filter set to this value alone. That is what
 * `countIfChosen` counts.
 */
export function choose(asked: ItemQuery, name: FacetName, value: string): ItemQuery {
  const rest = without(asked, "cursor")
  const date = dateIn(name)
  return date === undefined ? { ...rest, [name]: [value] } : { ...rest, [date]: value }
}

/** The filter by date into which the values of a facet go; undefined of one that counts no dates. */
export const dateIn = (name: FacetName): DateFilter | undefined =>
  name.startsWith("issued.") ? "issued" : name.startsWith("when.") ? "when" : undefined
