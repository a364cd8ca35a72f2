import type { Store } from "@pg/store"
import type { ReportError } from "../problem.js"
import type { Site } from "../site.js"
import type { PublicTag } from "./precondition.js"

/** What the routes that write are made from. `newId` gives ids for items that come without one, UUIDs of version 7. */
export type WriteRoutesOptions = {
  store: Store
  site: Site
  now: () => Date
  newId: () => string
  writesPerMinute: number
  publicTag: PublicTag
  reportError: ReportError
}
