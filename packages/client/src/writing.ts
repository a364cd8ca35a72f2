import type { Action, Conflict, Item, KindName, State } from "@pg/domain"
import type { ItemRevision } from "./item-revision.js"
import type { Problem } from "./problem.js"

/** An item as it is sent: without an id it is given one, without a slug one made from its title; lists may be left out. */
export type ItemDraft = DraftOf<Item>
type DraftOf<One> = One extends Item ? Pick<One, "kind" | "locale" | "title"> & Partial<One> : never

/**
 * What goes with a write. `ifMatch` is the `etag` of what is changed; `ifNoneMatch: "*"` says that it is to be new.
 * `validateOnly` writes nothing. `idempotencyKey` names the write, so that it is done once however often it is sent; each call
 * has one of its own where it is absent. `signal` ends the call.
 */
export type WriteOptions = {
  ifMatch?: string | undefined
  ifNoneMatch?: "*"
  validateOnly?: boolean
  idempotencyKey?: string
  signal?: AbortSignal
}

/** What is said of a change: `action` is what is done with the item, a draft where it is new and nothing is said. */
export type ChangeOptions = WriteOptions & {
  action?: "edit" | "correct" | "submit" | "schedule" | "publish"
  changeNote?: string
  updateType?: ItemRevision["updateType"]
  publishAt?: string
}

/** A step of an item's life, or what else is done with one. */
export type Step = Exclude<Action, "edit" | "correct"> | "restore" | "resolve"

/** What a step needs, or may be told: see the API's page. */
export type Said = {
  changeNote?: string
  updateType?: ItemRevision["updateType"]
  publishAt?: string
  into?: string
  when?: { start: string; end?: string; timeZone?: string }
  revision?: number
  fields?: string[]
  take?: "ours" | "theirs"
}

/** What came of a write. */
export type Outcome = "created" | "changed" | "unchanged"

/** A revision, and its tag for the next `ifMatch`. */
export type TaggedRevision = ItemRevision & { etag: string }

/** The item's revision after a write, and what came of it; `etag` is absent where nothing was to be written. */
export type Written = ItemRevision & { outcome: Outcome; etag?: string }

/** What came of one item of several: `problem` where it was not written. `status` is as if it had been sent alone. */
export type BatchResult = {
  index: number
  status: number
  id?: string
  outcome?: Outcome
  revision?: number
  etag?: string
  problem?: Problem
}

/** How a listing is read: see the API's page. */
export type ListingOptions = Omit<WriteOptions, "ifMatch" | "ifNoneMatch"> & {
  source?: string
  sourceUrl?: string
  locale?: string
  action?: "edit" | "submit" | "publish"
}

/** What was read in a listing, and what came of each item; `issues` are what was not understood. */
export type ListingResults = Record<"read" | "created" | "changed" | "unchanged" | "refused", number> & {
  items: (Omit<BatchResult, "id"> & { item: Item; state?: State; conflicts?: Conflict[] })[]
  issues: { line: number; column: number; code: string; text: string; hint: string }[]
}

/** Which items that are not public are wanted; those with `conflicts` alone, in any state. */
export type DraftsOptions = { state?: State[]; kind?: KindName[]; conflicts?: true; signal?: AbortSignal }

/** The last revision of an item that the public does not see, with what an import left open. */
export type Draft = Omit<ItemRevision, "imported">

/** A revision without what the item said. */
export type RevisionSummary = Omit<ItemRevision, "item" | "imported"> & { title: string }

/** What whoever has a token can do. Every call rejects with ApiError where it is refused; its `problem` says why. */
export type Writing = {
  /** Makes an item, with an id from there: a draft, where `action` does not say otherwise. */
  create: (item: ItemDraft, options?: ChangeOptions) => Promise<Written>
  /** Writes an item whole; one that there is needs `ifMatch`. */
  put: (item: ItemDraft & { id: string }, options?: ChangeOptions) => Promise<Written>
  /** Changes what a merge patch (RFC 7396) names; `null` takes a field away. */
  patch: (id: string, patch: Record<string, unknown>, options?: ChangeOptions) => Promise<Written>
  /** Takes a step of an item's life: `act(id, "withdraw", { changeNote: "Wrong." }, { ifMatch: "*" })`. */
  act: (id: string, step: Step, said?: Said, options?: WriteOptions) => Promise<Written>
  /** Makes a link that shows an item to whoever has it, for so many seconds. */
  makePreview: (
    id: string,
    options?: { expiresIn?: number; signal?: AbortSignal },
  ) => Promise<{ url: string; expiresAt: string }>
  /** Writes many, each by itself, with a result each, in their order. One that is there says by `revision` what it changes. */
  batch: (
    items: readonly ItemDraft[],
    options?: Omit<ChangeOptions, "ifMatch" | "ifNoneMatch">,
  ) => Promise<BatchResult[]>
  /**
   * The same in one request, whose results come as the items are written. Where the batch is broken off, it rejects with ApiError
   * after the results of what was written: nothing behind has been tried. Sent again with the same `idempotencyKey` it goes on.
   */
  batchAsWritten: (
    items: readonly ItemDraft[],
    options?: Omit<ChangeOptions, "ifMatch" | "ifNoneMatch">,
  ) => AsyncGenerator<BatchResult>
  /** Reads a listing, and writes or merges its items. */
  importListing: (text: string, options?: ListingOptions) => Promise<ListingResults>
  /** An item's revisions, newest first, asked for as they are wanted. */
  revisions: (id: string, options?: { signal?: AbortSignal }) => AsyncGenerator<RevisionSummary>
  /** One revision, whole: the last where no number is given. */
  revision: (id: string, revision?: number, options?: { signal?: AbortSignal }) => Promise<TaggedRevision>
  /** The items that the public does not see, last changed first, asked for as they are wanted. */
  drafts: (options?: DraftsOptions) => AsyncGenerator<Draft>
}
