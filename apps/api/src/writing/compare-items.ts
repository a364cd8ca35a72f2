import { canonicalJson, type Item, itemFields } from "@pg/domain"
import { diffWordsWithSpace } from "diff"

/** A part of a text: in both, taken out, or put in. */
type Part = { is: "same" | "removed" | "added"; text: string }

/** What became of a field. `parts` are there for texts, word by word; `from` and `to` for everything else. */
export type FieldChange = { field: string } & ({ parts: Part[] } | { from?: unknown; to?: unknown })

/** What changed from one item to another, field by field in their order; from nothing where `from` is absent. */
export function compareItems(from: Item | undefined, to: Item): FieldChange[] {
  return itemFields.flatMap((field): FieldChange[] => {
    const [was, is] = [from, to].map((item) => item?.[field as keyof Item] as unknown)
    if (canonicalJson(was ?? null) === canonicalJson(is ?? null)) return []
    if (isText(was) && isText(is)) return [{ field, parts: compareTexts(was ?? "", is ?? "") }]
    return [{ field, ...(was !== undefined && { from: was }), ...(is !== undefined && { to: is }) }]
  })
}

const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === "string"

/** Longer texts that have little in common take time that grows with both: they are compared as a whole. */
function compareTexts(was: string, is: string): Part[] {
  const parts = diffWordsWithSpace(was, is, { timeout: 500 })
  if (!parts) return [...partOf("removed", was), ...partOf("added", is)]
  return parts.map(({ added, removed, value }) => ({ is: added ? "added" : removed ? "removed" : "same", text: value }))
}

const partOf = (is: Part["is"], text: string): Part[] => (text === "" ? [] : [{ is, text }])
