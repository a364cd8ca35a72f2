import type { Facet } from "./facet.js"
import type { Item } from "./item.js"

/** A part of a text that a search found: `field` is where, `text` the part, `marks` the found words as `[from, to)` in it. */
export type Highlight = { field: "title" | "summary" | "body"; text: string; marks: [from: number, to: number][] }

/**
 * One page of an answer. `next` is the cursor of the page after it, absent on the last; `total` counts all pages, and
 * where `totalIsAtLeast` is there, that many were counted and there are more. `highlights` goes with a search, by item
 * id, for the items of this page; `facets` where they are asked for; `didYouMean` is a `q` that finds something, where
 * this one finds nothing.
 */
export type Page<T = Item> = {
  items: T[]
  next?: string
  total: number
  totalIsAtLeast?: true
  highlights?: Record<string, Highlight[]>
  facets?: Facet[]
  didYouMean?: string
}
