/**
 * A term of a vocabulary: SKOS Concept. `prefLabel` is its name, `altLabel` the other words that mean it, by language.
 */
export type Concept = {
  id: string
  prefLabel: Record<string, string>
  altLabel: Record<string, readonly string[]>
}

/**
 * The name of a concept in a language, else in English, else the id itself: a term that this version does not know is
 * shown as it stands.
 */
export function labelOf(concepts: readonly Concept[], id: string, locale: string): string {
  const concept = concepts.find((candidate) => candidate.id === id)
  return concept?.prefLabel[locale] ?? concept?.prefLabel["en"] ?? id
}

/** A concept from its words in English and in French, the first of each its name. */
export const concept = (id: string, en: readonly string[], fr: readonly string[]): Concept => ({
  id,
  prefLabel: { en: en[0] ?? id, fr: fr[0] ?? id },
  altLabel: { en: en.slice(1), fr: fr.slice(1) },
})
