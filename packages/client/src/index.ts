export { ApiError } from "./api-error.js"
export { type AnswerCache, type CachedAnswer, createCache } from "./cache.js"
export type { ChangeBatch, ChangesOptions } from "./changes.js"
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type PartialItem,
  type Preview,
  type Removed,
  type ShownItem,
  type Suggestions,
} from "./client.js"
export type { Fetch } from "./follow.js"
export type { ItemRevision } from "./item-revision.js"
export type { Local } from "./local.js"
export type { Problem } from "./problem.js"
export type { RetryOptions } from "./retry.js"
export type { Snapshot } from "./snapshot.js"
export type {
  BatchResult,
  ChangeOptions,
  Draft,
  DraftsOptions,
  ItemDraft,
  ListingOptions,
  ListingResults,
  Outcome,
  RevisionSummary,
  Said,
  Step,
  TaggedRevision,
  WriteOptions,
  Writing,
  Written,
} from "./writing.js"
