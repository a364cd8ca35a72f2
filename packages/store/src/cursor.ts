import { hash } from "node:crypto"
import { anyOfFilters, formatQuery, Id, InvalidInput, type ItemQuery } from "@pg/domain"
import type { Signer } from "./sign.js"

/** Where a page ends: the sort key and id of its last item. */
export type Position = { key: string; id: string }

/** A position as text for the outside, bound to the question that was asked, and signed. */
export const writeCursor = (signer: Signer, query: ItemQuery, { key, id }: Position): string =>
  signer.sign(JSON.stringify([questionOf(query), key, id]))

/** The position that a cursor stands for. Throws InvalidInput, path "cursor", for one that this question did not give. */
export function readCursor(signer: Signer, query: ItemQuery): Position | undefined {
  if (query.cursor === undefined) return undefined
  const [question, key, id] = parse(signer.unsign(query.cursor))
  if (typeof key !== "string" || !isId(id)) throw refused("is not a cursor that a page of this archive gave as next")
  if (question !== questionOf(query))
    throw refused("belongs to another question: ask for the first page of this one, without a cursor")
  return { key, id }
}

/** A question as a text that no question for other items, or in another order, has. */
export const nameOfQuestion = byQuery((query) => JSON.stringify([filtersIn(query), sortOf(query)]))

/** The order of an answer. */
export const sortOf = ({ sort, q }: ItemQuery): NonNullable<ItemQuery["sort"]> =>
  sort ?? (q === undefined ? "-issued" : "relevance")

/** What of a question decides which items are in the answer; not their order, nor how they are handed out. */
function filtersIn(query: ItemQuery): ItemQuery {
  const negated = anyOfFilters.map((name) => `not.${name}` as const)
  const names = ["q", ...anyOfFilters, ...negated, "issued", "when", "updated", "missing"] as const
  return Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])))
}

const isId = (id: unknown): id is string => Id.safeParse(id).success

/** What was signed here is well formed, but other tokens than cursors are signed too. */
function parse(text: string | undefined): unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? "")
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** What a cursor goes with: filters and order, not how many items are on a page or what of them is shown. */
const questionOf = byQuery((query) =>
  hash("sha256", formatQuery({ ...filtersIn(query), sort: sortOf(query) }), "base64url").slice(0, 12),
)

/** A function that remembers what it gave for an object: who asks the same again may ask with the same. */
function byQuery(make: (query: ItemQuery) => string): (query: ItemQuery) => string {
  const known = new WeakMap<ItemQuery, string>()
  return (query) => {
    const made = known.get(query) ?? make(query)
    known.set(query, made)
    return made
  }
}

const refused = (message: string) => new InvalidInput([{ path: "cursor", message }])
