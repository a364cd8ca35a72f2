export type { Change, PutResult } from "./put.js"
export { openStore, type Store } from "./store.js"
export { StoreError } from "./store-error.js"
