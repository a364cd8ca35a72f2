import { kinds } from "./item.js"

/** Usual choices of an item's fields: see `fieldsOf`. */
export const profiles = ["minimal", "list", "full"] as const
/** The name of a profile. */
export type Profile = (typeof profiles)[number]

/** Every field that an item of some kind can have, in the order in which it is written: what says which item this is first, what the store adds last. */
export const itemFields: readonly string[] = arrange(
  new Set(["id", "kind", ...kinds.flatMap((kind) => Object.keys(kind.schema.shape))]),
)

/** What a question says of the fields that it wants: see ItemQuery. */
type Choice = { fields?: readonly string[]; profile?: Profile; include?: readonly string[] }

/**
 * The fields that a question wants, in the order of `itemFields`; `undefined` means all that there are. `minimal` is what
 * a link to the item needs, `list` all but the long texts (`body` and `source`), `full` everything. `usual` is the profile
 * where the question names none.
 */
export function fieldsOf({ fields, profile, include = [] }: Choice, usual: Profile): readonly string[] | undefined {
  const wanted = fields === undefined ? inProfile[profile ?? usual] : chosen(fields)
  const added = include.includes("source") ? [...wanted, "source"] : wanted
  return itemFields.every((field) => added.includes(field)) ? undefined : itemFields.filter((f) => added.includes(f))
}

const chosen = (fields: readonly string[]) =>
  fields.every((field) => field.startsWith("-"))
    ? itemFields.filter((field) => field === "id" || field === "kind" || !fields.includes(`-${field}`))
    : ["id", "kind", ...fields]

const inProfile: Record<Profile, readonly string[]> = {
  minimal: ["id", "kind", "type", "locale", "slug", "title", "issued", "issuedBounds", "when", "revision", "updatedAt"],
  list: itemFields.filter((field) => field !== "body" && field !== "source"),
  full: itemFields,
}

function arrange(fields: ReadonlySet<string>): string[] {
  const last = ["revision", "firstPublishedAt", "updatedAt"]
  return [...[...fields].filter((field) => !last.includes(field)), ...last]
}
