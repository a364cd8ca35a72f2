import { createHash, randomBytes, timingSafeEqual } from "node:crypto"
import { InvalidInput, type KindName, type Scope } from "@pg/domain"
import type { Db, TokenRow } from "./schema.js"

/**
 * What lets somebody in. `kinds` and `locales` are those of which it may write items; all where they are empty. Instants in
 * UTC; one that is expired or revoked lets nobody in, and is kept for the audit log's sake.
 */
export type Token = {
  id: string
  name: string
  scopes: Scope[]
  kinds: KindName[]
  locales: string[]
  createdAt: string
  expiresAt?: string
  revokedAt?: string
  lastUsedAt?: string
}

/** What a token is made from. */
export type NewToken = Pick<Token, "name" | "scopes" | "kinds" | "locales" | "expiresAt"> & { at: string }

/**
 * Makes a token, and gives the only copy of its text: `pgn_`, its id, `_`, 256 random bits. Throws InvalidInput, path "name",
 * where another has the name.
 */
export async function createToken(db: Db, asked: NewToken): Promise<{ token: Token; text: string }> {
  const taken = await db.selectFrom("tokens").select("id").where("name", "=", asked.name).executeTakeFirst()
  if (taken) throw new InvalidInput([{ path: "name", message: `"${asked.name}" is another token's name` }])
  const id = randomBytes(6).toString("hex")
  const text = `pgn_${id}_${randomBytes(32).toString("base64url")}`
  const row: TokenRow = {
    id,
    name: asked.name,
    hash: hashOf(text),
    scopes: asked.scopes.join(" "),
    kinds: asked.kinds.join(" "),
    locales: asked.locales.join(" "),
    created_at: asked.at,
    expires_at: asked.expiresAt ?? null,
    revoked_at: null,
    last_used_at: null,
  }
  await db.insertInto("tokens").values(row).execute()
  return { token: toToken(row), text }
}

/** The token of a text, if it lets in at an instant. */
export async function readToken(db: Db, text: string, at: string): Promise<Token | undefined> {
  const id = /^pgn_([0-9a-f]{12})_[\w-]{43}$/.exec(text)?.[1]
  const row =
    id === undefined ? undefined : await db.selectFrom("tokens").selectAll().where("id", "=", id).executeTakeFirst()
  // Compared also where there is none, so that nobody learns from the time it takes which ids there are.
  const isSame = timingSafeEqual(Buffer.from(hashOf(text)), Buffer.from(row?.hash ?? hashOf("")))
  if (!row || !isSame || row.revoked_at !== null || isOver(row.expires_at, at)) return undefined
  return toToken(row)
}

/** Whether the last use of a token was noted less than a minute before an instant: as often as it is worth writing. */
export const isUseNoted = ({ lastUsedAt }: Token, at: string): boolean =>
  lastUsedAt !== undefined && Date.parse(at) - Date.parse(lastUsedAt) < 60_000

/** Notes when a token was used last. */
export async function noteUse(db: Db, { id }: Token, at: string): Promise<void> {
  await db.updateTable("tokens").set({ last_used_at: at }).where("id", "=", id).execute()
}

/** Every token, the newest first. */
export async function listTokens(db: Db): Promise<Token[]> {
  const rows = await db.selectFrom("tokens").selectAll().orderBy("created_at", "desc").orderBy("id").execute()
  return rows.map(toToken)
}

/** Ends a token, by its name or id, at once and for ever; whether there was one that was not ended yet. */
export async function revokeToken(db: Db, nameOrId: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("tokens")
    .set({ revoked_at: at })
    .where((token) => token.or([token("name", "=", nameOrId), token("id", "=", nameOrId)]))
    .where("revoked_at", "is", null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex")

const isOver = (expiresAt: string | null, at: string) => expiresAt !== null && Date.parse(expiresAt) <= Date.parse(at)

const listOf = <Value extends string>(column: string) => column.split(" ").filter(Boolean) as Value[]

const toToken = ({ expires_at, revoked_at, last_used_at, ...row }: TokenRow): Token => ({
  id: row.id,
  name: row.name,
  scopes: listOf<Scope>(row.scopes),
  kinds: listOf<KindName>(row.kinds),
  locales: listOf(row.locales),
  createdAt: row.created_at,
  ...(expires_at !== null && { expiresAt: expires_at }),
  ...(revoked_at !== null && { revokedAt: revoked_at }),
  ...(last_used_at !== null && { lastUsedAt: last_used_at }),
})
