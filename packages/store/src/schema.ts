import type { Generated, Kysely } from "kysely"
import type { Action, State, Tombstone, WebhookEventType } from "@pg/domain"

/** A connection to the store's tables, or a transaction on it. */
export type Db = Kysely<Database>

/** The tables, as the last migration leaves them; the search index belongs to `search/`. */
export type Database = {
  store_version: { version: number; name: string }
  projection: { version: number; rebuilt_until: number | null }
  revisions: RevisionRow
  items: ItemRow
  terms: TermRow
  occurrences: { item_id: string; first_day: string; last_day: string }
  public_lines: PublicLineRow
  harvest: { part: string; changed_key: string; number: number }
  settings: { name: "secret" | "canonical_after"; value: string }
  texts: TextRow
  bodies: BodyRow
  words: { length: number; folded: string; word: string }
  slugs: { kind: string; locale: string; slug: string; item_id: string }
  tokens: TokenRow
  written_once: WrittenOnceRow
  audit: AuditRow
  files: FileRow
  uploads: UploadRow
  webhooks: WebhookRow
  deliveries: DeliveryRow
  hubs: HubRow
}

/** A line of the log. `item` is JSON without what the store adds on reading. */
export type RevisionRow = {
  seq: number
  item_id: string
  revision: number
  at: string
  by: string
  action: Action
  state: State
  update_type: "major" | "minor"
  change_note: string | null
  item: string
  /** What few lines have, as JSON; see `Details`. */
  details: string | null
}

/**
 * Where an item stands and by what it is sorted. Its text is not here: it is in the log, at `seq`.
 * `number` is the seq of its first revision: the small key by which the search index knows it.
 */
export type ItemRow = {
  number: number
  id: string
  seq: number
  revision: number
  kind: string
  locale: string
  slug: string
  state: State
  /** 1 where lists and searches show it, else 0. */
  listed: 0 | 1
  issued_key: string
  /** See `issuedRange` for why these two answer for stated and for inferred dates alike. */
  issued_low: string | null
  issued_high: string | null
  /** By what the search index knows it, see `placeOf`. */
  place: number
  when_key: string
  updated_key: string
  /** Its rows in the table of terms, see `writeTerms`. */
  terms: string
  first_published_at: string | null
  updated_at: string | null
  /** The seq of the last line of the log that changed what the public sees of it; absent while it was never public. */
  changed_seq: number | null
  /** The seq of the last line after which it was published. */
  public_seq: number | null
  /** When it is to be published, in UTC; absent unless it is scheduled. */
  publish_at: string | null
  /** The seq of the last line that says what its source says of it. */
  imported_seq: number | null
  /** What an import left for somebody to decide, as JSON; see `Conflict`. */
  conflicts: string | null
}

/**
 * A line of the log that changed what the public sees of an item. `state` is how the public sees it from then on,
 * `public_seq` the line that says what it was when it was last published, `noted` 1 where the change is worth telling.
 */
export type PublicLineRow = {
  seq: number
  number: number
  state: ShownState
  public_seq: number
  noted: 0 | 1
  first_published_at: string
  updated_at: string
}
/** How the public sees an item that it has seen. */
export type ShownState = "published" | Tombstone["state"]

/** A token; of itself only the SHA-256 is kept, in hexadecimal. Lists stand between spaces, and are empty for all. */
export type TokenRow = {
  id: string
  name: string
  hash: string
  scopes: string
  kinds: string
  locales: string
  created_at: string
  expires_at: string | null
  revoked_at: string | null
  last_used_at: string | null
}

/** What came of a write that was sent with a key, so that sending it again does nothing again. */
type WrittenOnceRow = {
  token_id: string
  key: string
  fingerprint: string
  at: string
  outcome: string
  seq: number
}

/** A write, or a try at one: who, what, and what came of it. */
export type AuditRow = {
  number: Generated<number>
  at: string
  by: string
  request_id: string
  operation: string
  item_id: string | null
  status: number
  reason: string | null
  seq: number | null
}

/** A file that was handed in; see `FileRecord`. */
export type FileRow = {
  id: string
  media_type: string
  size: number
  name: string
  width: number | null
  height: number | null
  at: string
  by: string
}

/** A file on its way in parts; see `UploadRecord`. `pieces` stand between spaces. */
export type UploadRow = {
  id: string
  token_id: string
  name: string
  media_type: string | null
  size: number
  received: number
  pieces: string
  file_id: string | null
  expires_at: string
}

/** One value of one filter that a listed item meets; in the order of lists, so that a page is one read of the index. */
type TermRow = { field: TermField; value: string; issued_key: string; item_id: string; number: number }

/** What lists show of a listed item: `list` is the text, and `hash` tells it from any other. */
type TextRow = {
  number: number
  locale: string
  revision: number
  updated_at: string | null
  hash: string
  list: string
}

/** The body of a listed item as the HTML that may be shown. */
type BodyRow = { number: number; html: string }

/** The filters of ItemQuery that ask for one of several values; those that usually leave least come last. */
export const termFields = ["kind", "locale", "missing", "type", "country", "topic", "body", "series", "person"] as const
/** `span` is for dates of more than one day, see `spansOf`. */
export type TermField = (typeof termFields)[number] | "span"

/**
 * Who is told of changes. `filter` is a canonical query string; `cursor` the seq up to which the log was handed over. The
 * previous secret signs too until `previous_until`. `failing_since` is there while nothing but failures has come since then;
 * `not_before` where the receiver asked for a pause. Instants are UTC in milliseconds.
 */
export type WebhookRow = {
  id: string
  name: string
  url: string
  filter: string
  secret: string
  previous_secret: string | null
  previous_until: string | null
  created_at: string
  disabled_at: string | null
  disabled_reason: string | null
  cursor: number
  delivered_at: string | null
  failing_since: string | null
  not_before: string | null
}

/**
 * A line of the log on its way to a webhook, or told, or given up. Whoever sends it has its `claim` until `claimed_until`; what
 * the last attempt gave stands in `response_status`, `duration` (milliseconds) and `reason`.
 */
export type DeliveryRow = {
  webhook_id: string
  seq: number
  item_id: string
  type: WebhookEventType
  status: DeliveryStatus
  attempts: number
  next_at: string
  claim: string | null
  claimed_until: string | null
  attempted_at: string | null
  response_status: number | null
  duration: number | null
  reason: string | null
  finished_at: string | null
}
/** `failed` was given up. */
export type DeliveryStatus = "pending" | "delivered" | "failed"

/** A WebSub hub, up to which line of the log it was told that feeds have changed, and who is telling it now. */
type HubRow = {
  url: string
  cursor: number
  attempts: number
  next_at: string
  claim: string | null
  claimed_until: string | null
}
