import type { Facet } from "./facet.js"
import type { Item } from "./item.js"
import type { anyOfFilters } from "./query.js"
import type { Acronym } from "./vocabulary/acronyms.js"

/** A part of a text that a search found: `field` is where, `text` the part, `marks` the found words as `[from, to)` in it. */
export type Highlight = { field: "title" | "summary" | "body"; text: string; marks: [from: number, to: number][] }

/** A value of the filter `parameter` that no item has; `suggestion` is the one that was probably meant. */
export type Unmatched = { parameter: (typeof anyOfFilters)[number]; value: string; suggestion?: string }

/**
 * One page of an answer. `next` is the cursor of the page after it, absent on the last; `total` counts all pages, and
 * where `totalIsAtLeast` is there, that many were counted and there are more. `highlights` goes with a search, by item
 * id, for the items of this page; `facets` where they are asked for; `didYouMean` is a `q` that finds something, where
 * this one finds nothing; `unmatched` says, where there is no item, which values of the filters no item has; `acronyms` are
 * those that a search asks for in both of their forms, whichever it names.
 */
export type Page<T = Item> = {
  items: T[]
  next?: string
  total: number
  totalIsAtLeast?: true
  highlights?: Record<string, Highlight[]>
  facets?: Facet[]
  didYouMean?: string
  unmatched?: Unmatched[]
  acronyms?: Pick<Acronym, "short" | "long" | "locale">[]
}
