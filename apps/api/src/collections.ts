import { type KindName, kinds } from "@pg/domain"

/** A list and what is in it: all items, or those of one kind. */
export type Collection = { segment: string; kind?: KindName }

/** All items, and the items of each kind under the kind's own segment. */
export const collections: readonly Collection[] = [
  { segment: "items" },
  ...kinds.map(({ segment, name }) => ({ segment, kind: name })),
]
