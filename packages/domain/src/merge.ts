import { canonicalJson } from "./item-json.js"
import { type Item, kindsByName, parseItem } from "./item.js"
import type { Conflict } from "./revision.js"

/** What came of a merge: the item, in which a field that two changed is as it was in `ours`, and these fields. */
export type Merged = { item: Item; conflicts: Conflict[] }

/**
 * Merges two changes of one item, field by field: what only one of them changed is as that one has it. Fields that say
 * something only together (a summary, and whether it was cut; a date of issue, and what it is concluded from) go together.
 */
export function mergeItems(base: Item, ours: Item, theirs: Item): Merged {
  const merged: Record<string, unknown> = { ...ours }
  const conflicts: Conflict[] = []
  for (const group of groupsOf([base, ours, theirs])) {
    const [was, is, becomes] = [base, ours, theirs].map((item) => pick(item, group))
    if (isSame(was, becomes) || isSame(is, becomes)) continue
    if (isSame(was, is)) for (const field of group) take(merged, theirs, field)
    else conflicts.push(conflictOf(group[0] ?? "", base, ours, theirs))
  }
  return { item: parseItem(ofItsKind(merged as Item)), conflicts }
}

/** Where one of the two made another kind of it, what only the first kind has cannot stay. */
const ofItsKind = (item: Item) =>
  Object.fromEntries(
    Object.entries(item).filter(([field]) => Object.hasOwn(kindsByName[item.kind].schema.shape, field)),
  )

/** Fields that say something only together. */
const together = [
  ["summary", "summaryTruncated"],
  ["issued", "issuedBounds"],
]
/** What the store sets. */
const ofStore = new Set(["revision", "firstPublishedAt", "updatedAt"])

function groupsOf(items: readonly Item[]): string[][] {
  const fields = [...new Set(items.flatMap((item) => Object.keys(item)))].filter((field) => !ofStore.has(field))
  const grouped = new Set(together.flat())
  return [...together, ...fields.filter((field) => !grouped.has(field)).map((field) => [field])]
}

const valueOf = (item: Item, field: string): unknown => item[field as keyof Item]

const isSame = (one: unknown, other: unknown) => canonicalJson(one) === canonicalJson(other)

const pick = (item: Item, fields: readonly string[]) => fields.map((field) => valueOf(item, field))

function take(into: Record<string, unknown>, from: Item, field: string): void {
  const value = valueOf(from, field)
  if (value === undefined) delete into[field]
  else into[field] = value
}

function conflictOf(field: string, base: Item, ours: Item, theirs: Item): Conflict {
  const conflict: Conflict = { field }
  for (const [side, item] of Object.entries({ base, ours, theirs })) {
    const value = valueOf(item, field)
    if (value !== undefined) conflict[side as "base"] = value
  }
  return conflict
}
