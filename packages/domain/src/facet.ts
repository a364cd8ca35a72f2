/**
 * What a list can be counted by: filters of the same name, and years and months, whose values go into the filter before the
 * point: `issued.month` into `issued`, `when.month` into `when`.
 */
export const facetNames = [
  "kind",
  "type",
  "topic",
  "country",
  "body",
  "person",
  "series",
  "locale",
  "missing",
  "issued.year",
  "issued.month",
  "when.year",
  "when.month",
] as const
/** The name of a facet. */
export type FacetName = (typeof facetNames)[number]

/**
 * A value by which a list can be narrowed. `count`: how many items of this answer have it (all filters). `countIfChosen`:
 * how many items the answer has when this filter is set to this value alone and all other filters stay as they are.
 * A value whose `countIfChosen` would be 0 is not offered. `label` is the name of a vocabulary's term; of a person, or a
 * body that is in none, it is the name as the newest item with it writes it.
 */
export type FacetValue = { value: string; label?: string; count: number; countIfChosen: number }

/**
 * The values of one facet, the most frequent first (by `countIfChosen`, then by value; years and months newest first), at
 * most 100; `more` says how many others there are. A year or month of `issued` counts what that filter finds in it; it is
 * offered where an item states a date with a day in it, or bounds within it: a date without an end, which may mean any later
 * year, offers its first. One of `when` counts what takes place in it, once however often. Where a range is asked for by the
 * filter, the months of its years are offered and no others.
 */
export type Facet = { name: FacetName; values: FacetValue[]; more: number }
