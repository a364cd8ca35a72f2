import type { Item } from "@pg/domain"
import { event } from "./event.js"
import type { KindView, KindViews } from "./kind-view.js"
import { news } from "./news.js"
import { publication } from "./publication.js"

/** The view of each kind. A new kind is added here. */
export const views: KindViews = { news, event, publication }

/** The view of an item's own kind. */
export const viewOf = (item: Item): KindView<Item> => views[item.kind] as unknown as KindView<Item>
