export type { Change, Merge, PutResult } from "./put.js"
export { openStore, type PutOptions, type Store } from "./store.js"
export { StoreError } from "./store-error.js"
