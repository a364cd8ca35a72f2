import { boundsOf, canonicalJson, type Item, type Merged, mergeItems, type Relation } from "@pg/domain"

/**
 * What an import makes of a stored item. Where the listing says the same of it as before, the stored item is kept as it
 * is, with all that was corrected here, but for what else is new: a body, relations, its neighbours' dates. Otherwise
 * what the listing says now is merged field by field with what was changed here since it last spoke; a field that both
 * changed stays as it is here, and waits as a conflict for somebody to decide. `base` gives what the listing said before.
 */
export async function mergeImported(stored: Item, imported: Item, base: () => Promise<Item>): Promise<Merged> {
  const relations = union(stored.relations, imported.relations)
  if (saysTheSame(imported, stored)) return { item: asStored(stored, imported, relations), conflicts: [] }
  // Addresses stay: the store alone makes them unique. Relations are added to, and bodies come from elsewhere.
  const body = imported.body ?? stored.body
  const theirs = { ...imported, slug: stored.slug, relations, ...(body !== undefined && { body }) }
  const was = { ...(await base()), slug: stored.slug, relations: stored.relations }
  const before = imported.body === undefined && body !== undefined ? { ...was, body } : was
  const { item, conflicts } = mergeItems(before, stored, theirs)
  return { item: { ...item, source: imported.source }, conflicts }
}

function asStored(stored: Item, imported: Item, relations: Relation[]): Item {
  const { body } = imported.body === undefined ? stored : imported
  const { issuedBounds: _, ...kept } = stored
  const issuedBounds = stored.issued === undefined ? boundsNow(stored, imported) : stored.issuedBounds
  return {
    ...kept,
    relations,
    ...(body !== undefined && { body }),
    ...(issuedBounds !== undefined && { issuedBounds }),
  }
}

/**
 * What the item's neighbours say now of when it was issued. It was there when it was first read: a neighbour of a later day
 * says nothing, for that day was then still to come.
 */
function boundsNow(stored: Item, { issued, issuedBounds }: Item): string | undefined {
  if (issued !== undefined) return stored.issuedBounds
  if (issuedBounds === undefined) return undefined
  const readAt = stored.source?.retrievedAt ?? "~"
  const { earliest = "", latest = "~" } = boundsOf(issuedBounds)
  const [start = ".."] = issuedBounds.split("/")
  if (earliest > readAt || (latest > readAt && start === "..")) return stored.issuedBounds
  return latest > readAt ? `${start}/..` : issuedBounds
}

function union(stored: readonly Relation[], imported: readonly Relation[]): Relation[] {
  const isNew = (relation: Relation) => !stored.some((known) => canonicalJson(known) === canonicalJson(relation))
  return [...stored, ...imported.filter(isNew)]
}

const saysTheSame = ({ source: after }: Item, { source: before }: Item) =>
  after?.name === before?.name && words(after?.text) === words(before?.text)

/** The white space around an item's text belongs to its place in the listing. */
const words = (text = "") => text.replace(/\s+/g, " ").trim()
