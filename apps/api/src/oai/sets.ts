import { type Item, type KindName, kinds, labelOf, topics } from "@pg/domain"

/** A set, OAI-PMH 2.0, section 2.6. */
export type OaiSet = { spec: string; name: string }

/** What a harvest of a set asks the store for. */
export type SetSelection = { kind?: KindName; topic?: string }

/** Every set: one for each kind, and one for each topic of the vocabulary. A topic that it does not have makes no set. */
export const sets: readonly OaiSet[] = [
  ...kinds.map(({ name, segment }) => ({ spec: `kind:${name}`, name: segment[0]?.toUpperCase() + segment.slice(1) })),
  ...topics.map(({ id }) => ({ spec: `topic:${id}`, name: labelOf(topics, id, "en") })),
]

/** The specs of the sets that an item is in, in the order of `sets`. */
export const setSpecsOf = (item: Item): string[] => {
  const mine = new Set([`kind:${item.kind}`, ...item.topics.map((topic) => `topic:${topic}`)])
  return sets.map(({ spec }) => spec).filter((spec) => mine.has(spec))
}

/** What to ask the store for; `undefined` for a set that there is not, which has no records. */
export function selectionOf(spec: string): SetSelection | undefined {
  const kind = kinds.find(({ name }) => spec === `kind:${name}`)
  if (kind) return { kind: kind.name }
  const topic = topics.find(({ id }) => spec === `topic:${id}`)
  return topic && { topic: topic.id }
}
