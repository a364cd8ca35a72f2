import type { Facet, FacetName, FacetValue, ItemQuery, KindName } from "@pg/domain"
import { without } from "./question.js"

/** A filter of which a list offers values. */
export type Chosen = "kind" | "type" | "topic" | "country" | "body" | "locale" | "missing"

/** By what a list is counted: of one kind by its types, of all by their kinds. */
export const facetsFor = (kind: KindName | undefined): FacetName[] => [
  kind === undefined ? "kind" : "type",
  "topic",
  "country",
  "body",
  "locale",
  "missing",
  "issued.year",
  "issued.month",
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
  return name === "issued.year" || name === "issued.month" ? { ...rest, issued: value } : { ...rest, [name]: [value] }
}
