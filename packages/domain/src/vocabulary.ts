/**
 * A term of a vocabulary: SKOS Concept. `prefLabel` is its name, `altLabel` the other words that mean it, `scopeNote` a
 * sentence on what it covers, each by language.
 */
export type Concept = {
  id: string
  prefLabel: Record<string, string>
  altLabel: Record<string, readonly string[]>
  scopeNote?: Record<string, string>
}

/** Scope notes of a vocabulary's terms, by id and language. */
export type Notes = Record<string, { en: string; fr: string }>

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

/** Terms with their scope notes. Throws where a note is about none of them: its id is misspelt. */
export function withNotes(concepts: readonly Concept[], notes: Notes): readonly Concept[] {
  const stray = Object.keys(notes).find((id) => !concepts.some((concept) => concept.id === id))
  if (stray !== undefined) throw new Error(`There is a scope note on ${stray}, which is no term`)
  return concepts.map((concept) => ({ ...concept, ...(notes[concept.id] && { scopeNote: notes[concept.id] }) }))
}
