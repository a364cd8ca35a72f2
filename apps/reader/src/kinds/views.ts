import { type Item, type KindName, kinds } from "@pg/domain"
import { event } from "./event.js"
import type { KindView, KindViews } from "./kind-view.js"
import { news } from "./news.js"
import { publication } from "./publication.js"

/** The view of each kind. A new kind is added here. */
export const views: KindViews = { news, event, publication }

/** The view of an item's own kind. */
export const viewOf = (item: Item): KindView<Item> => views[item.kind] as unknown as KindView<Item>

/** The kinds of what takes place, of which a calendar has something to say. */
export const takingPlace = (): KindName[] =>
  kinds.map(({ name }) => name).filter((name) => views[name].dates.includes("when"))
