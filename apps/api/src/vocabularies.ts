import { acronyms, bodies, type Concept, kinds, topics } from "@pg/domain"

/** A vocabulary of which a filter, `parameter`, takes ids. Items may have terms that are not in it. */
export type Vocabulary = { name: string; parameter: string; terms: readonly (Concept | Type)[] }

/** A sort of item, and the kinds that have it. */
type Type = { id: string; kinds: string[] }

/** Every vocabulary that can be looked up. */
export const vocabularies: readonly Vocabulary[] = [
  { name: "topics", parameter: "topic", terms: topics.map(withAcronyms) },
  { name: "bodies", parameter: "body", terms: bodies.map(withAcronyms) },
  { name: "types", parameter: "type", terms: typesOf() },
]

/** SKOS counts acronyms among a concept's alternative labels. */
function withAcronyms({ id, prefLabel, altLabel }: Concept): Concept {
  const labelled = Object.entries(altLabel).map(([locale, others]) => {
    const labels = [prefLabel[locale] ?? id, ...others]
    const short = acronyms
      .filter((one) => one.locale === locale && labels.some((label) => label.toLowerCase() === one.long.toLowerCase()))
      .map((one) => one.short)
    return [locale, [...new Set([...others, ...short])].filter((label) => label !== prefLabel[locale])] as const
  })
  return { id, prefLabel, altLabel: Object.fromEntries(labelled) }
}

function typesOf(): Type[] {
  const ids = [...new Set(kinds.flatMap(({ types }) => types))].toSorted()
  return ids.map((id) => ({ id, kinds: kinds.filter(({ types }) => types.includes(id)).map(({ name }) => name) }))
}
