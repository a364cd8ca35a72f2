import { InvalidInput, type Item, kindsByName, kinds, nearest, parseItem, toSlug } from "@pg/domain"
import { refuseUnknownTerms } from "./terms.js"

/** What the store and importers set: what a writer sends of it is what it has read, and says nothing. */
const notWritten = ["revision", "firstPublishedAt", "updatedAt", "source"] as const

/**
 * The item that a writer means: `given` with the id of its address, the slug that it has or else one made from its title, and
 * the source that an import gave it, which nobody else changes. Throws InvalidInput.
 */
export function drafted(given: unknown, id: string, before: Item | undefined): Item {
  if (!isObject(given)) throw new InvalidInput([{ path: "", message: "must be an object: an item" }])
  if (given["id"] !== undefined && given["id"] !== id)
    throw new InvalidInput([{ path: "id", message: `is not that of the address, ${id}` }])
  refuseUnknownKind(given["kind"])
  const written = Object.fromEntries(
    Object.entries(given).filter(([field]) => !notWritten.some((one) => one === field)),
  )
  const item = parseItem({
    ...written,
    id,
    slug: given["slug"] ?? slugFor(given, before),
    ...(before?.source && { source: before.source }),
  })
  refuseUnknownTerms(item, before)
  return item
}

/** A title with no letter in it that an address could have leaves the kind's name. */
function slugFor({ title, kind }: Record<string, unknown>, before: Item | undefined): string {
  if (before?.kind === kind && before !== undefined) return before.slug
  return (typeof title === "string" && toSlug(title)) || String(kind)
}

function refuseUnknownKind(kind: unknown): void {
  if (typeof kind === "string" && Object.hasOwn(kindsByName, kind)) return
  const names = kinds.map(({ name }) => name)
  const suggestion = typeof kind === "string" ? nearest(kind, names) : undefined
  const message = kind === undefined ? `is missing: one of ${names.join(", ")}` : `must be one of ${names.join(", ")}`
  throw new InvalidInput([{ path: "kind", message, ...(suggestion !== undefined && { suggestion }) }])
}

/** Whether a value is an object of members. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
