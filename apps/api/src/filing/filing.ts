import type { Files, Pictures } from "@pg/files"
import type { Store } from "@pg/store"
import type { Site } from "../site.js"

/** What files are taken in and given with. `mostBytes` is how large one may be. */
export type Filing = {
  store: Store
  files: Files
  pictures: Pictures
  site: Site
  now: () => Date
  newId: () => string
  mostBytes: number
}
