/**
 * The database cannot be used: locked, unreachable, of a newer version, not one at all, or wrongly named.
 * `message` is one sentence that says which database, what is the matter and what to do; `cause` the driver's error.
 */
export class StoreError extends Error {
  override readonly name = "StoreError"
}
