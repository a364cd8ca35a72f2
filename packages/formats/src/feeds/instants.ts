import type { Instant, Item } from "@pg/domain"

/** The latest of some instants; as they may have different offsets, they are compared as instants and given as they stand. */
export const latestOf = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce(
    (last, at) => (at !== undefined && (last === undefined || Date.parse(at) > Date.parse(last)) ? at : last),
    undefined,
  )

/**
 * The instant at which an item was published here; undefined where it is not known, and for what was imported, which was
 * out before it came here. Never made from `issued`, which is a day, a month or a year.
 */
export const publishedAt = ({ source, firstPublishedAt }: Item): Instant | undefined =>
  source === undefined ? firstPublishedAt : undefined
