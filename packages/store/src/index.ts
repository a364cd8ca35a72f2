export type { Harvest, HarvestPosition, HarvestRecord, Selection } from "./harvest.js"
export type { Change, Merge, PutResult } from "./put.js"
export { openStore, type PutOptions, type Store } from "./store.js"
export { StoreError } from "./store-error.js"
