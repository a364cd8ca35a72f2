import { type Item, type KindName, kinds } from "@pg/domain"
import type { DateFilter } from "../choices.js"
import { event } from "./event.js"
import type { KindView, KindViews } from "./kind-view.js"
import { news } from "./news.js"
import { publication } from "./publication.js"

/** The view of each kind. A new kind is added here. */
export const views: KindViews = { news, event, publication }

/** The view of an item's own kind. */
export const viewOf = (item: Item): KindView<Item> => views[item.kind] as unknown as KindView<Item>

/** The date by which the timeline of a kind's list counts, or that of all kinds where none is given. */
export const timelineDate = (kind: KindName | undefined): DateFilter =>
  (kind === undefined ? undefined : views[kind].dates[0]) ?? "issued"

/** The kinds of what takes place, of which a calendar has something to say. */
export const takingPlace = (): KindName[] =>
  kinds.map(({ name }) => name).filter((name) => views[name].dates.includes("when"))
