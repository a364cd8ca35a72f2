import { formatQuery, InvalidInput, type ItemQuery, parseQuery } from "@pg/domain"
import type { Db, WebhookRow } from "../schema.js"

/**
 * Who is told of changes: the items that `filter` asks for. `cursor` is the seq up to which the log was handed over. While
 * `disabledAt` is there nothing is sent, and nothing handed over. `failingSince` is there while nothing but failures has come
 * since then, `notBefore` where the receiver asked for a pause, `deliveredAt` where something was told. Instants are UTC.
 */
export type Webhook = {
  id: string
  name: string
  url: string
  filter: ItemQuery
  createdAt: string
  cursor: number
  disabledAt?: string
  disabledReason?: string
  deliveredAt?: string
  failingSince?: string
  notBefore?: string
  /** Until when the secret before the present one signs too. */
  previousSecretUntil?: string
}

/** A webhook that is not there yet; it is told what the log says after `since`. */
export type NewWebhook = Pick<Webhook, "id" | "name" | "url" | "filter"> & { secret: string; since: number }

/** Keeps a new webhook. Throws InvalidInput where another has its name, or its filter says more than which items. */
export async function createWebhook(trx: Db, given: NewWebhook, now: Date): Promise<Webhook> {
  refuseMoreThanFilters(given.filter)
  const { id, name, url, secret, since } = given
  const row = await trx
    .insertInto("webhooks")
    .values({ id, name, url, secret, cursor: since, filter: formatQuery(given.filter), created_at: now.toISOString() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) return fromWebhookRow(row)
  throw new InvalidInput([{ path: "name", message: `there is a webhook of the name "${name}" already` }])
}

/** All webhooks, by name. */
export const listWebhooks = async (db: Db): Promise<Webhook[]> =>
  (await db.selectFrom("webhooks").selectAll().orderBy("name").execute()).map(fromWebhookRow)

/** The webhook of a name or an id. */
export async function findWebhook(db: Db, nameOrId: string): Promise<Webhook | undefined> {
  const row = await db
    .selectFrom("webhooks")
    .selectAll()
    .where((is) => is.or([is("name", "=", nameOrId), is("id", "=", nameOrId)]))
    .executeTakeFirst()
  return row && fromWebhookRow(row)
}

/** The secrets of a webhook that sign at an instant; none where there is no such webhook. */
export async function readSecrets(db: Db, id: string, now: Date): Promise<string[]> {
  const row = await db.selectFrom("webhooks").selectAll().where("id", "=", id).executeTakeFirst()
  return row ? secretsOf(row, now) : []
}

/** The secrets that sign at an instant: the present one, and the one before while it does. */
export const secretsOf = ({ secret, previous_secret, previous_until }: WebhookRow, now: Date): string[] =>
  previous_secret !== null && previous_until !== null && previous_until > now.toISOString()
    ? [secret, previous_secret]
    : [secret]

/** A webhook as it is given out, without its secrets. */
function fromWebhookRow(row: WebhookRow): Webhook {
  const said = {
    disabledAt: row.disabled_at,
    disabledReason: row.disabled_reason,
    deliveredAt: row.delivered_at,
    failingSince: row.failing_since,
    notBefore: row.not_before,
    previousSecretUntil: row.previous_until,
  }
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    filter: parseQuery(new URLSearchParams(row.filter)),
    createdAt: row.created_at,
    cursor: row.cursor,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
  }
}

/** How an answer looks is no matter of a filter. */
function refuseMoreThanFilters(query: ItemQuery): void {
  const others = (["sort", "limit", "cursor", "fields", "profile", "include", "facets", "feed"] as const).filter(
    (name) => query[name] !== undefined,
  )
  if (others.length > 0)
    throw new InvalidInput(
      others.map((path) => ({
        path,
        message: "says how an answer looks, not which items: a filter has no place for it",
      })),
    )
}
