import { createHash } from "node:crypto"
import { formatQuery, Id, InvalidInput, type ItemQuery } from "@pg/domain"

/** Where a page ends: the sort key and id of its last item. */
export type Position = { key: string; id: string }

/** A position as text for the outside, bound to the question that was asked. */
export const writeCursor = (query: ItemQuery, { key, id }: Position): string =>
  Buffer.from(JSON.stringify([questionOf(query), key, id])).toString("base64url")

/** The position that a cursor stands for. Throws InvalidInput, path "cursor", for one that this question did not give. */
export function readCursor(query: ItemQuery): Position | undefined {
  if (query.cursor === undefined) return undefined
  const [question, key, id, ...more] = parse(query.cursor)
  if (typeof question !== "string" || !isKey(key) || !isId(id) || more.length > 0)
    throw refused("is not a cursor that a page gave as next")
  if (question !== questionOf(query))
    throw refused("belongs to another question: ask for the first page of this one, without a cursor")
  return { key, id }
}

const isKey = (key: unknown): key is string => typeof key === "string" && /^[\d\-:.<=>TZ]{0,40}$/.test(key)
const isId = (id: unknown): id is string => Id.safeParse(id).success

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** What a cursor goes with: filters and order, not how many items are on a page. */
function questionOf(query: ItemQuery): string {
  const { cursor: _, limit: _limit, sort = "-issued", ...filters } = query
  return createHash("sha256")
    .update(formatQuery({ ...filters, sort }))
    .digest("base64url")
    .slice(0, 12)
}

const refused = (message: string) => new InvalidInput([{ path: "cursor", message }])
