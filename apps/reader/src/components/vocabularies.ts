import { bodies, topics } from "@pg/domain"
import { createMemory } from "../memory.js"
import type { PageLocale } from "../messages/languages.js"
import { byName } from "./countries.js"
import { nameBody, type Named, nameTopic } from "./names.js"

/** All topics by name, in the order of a language's alphabet: always the same array. */
export const allTopics = named(topics, nameTopic)

/** All bodies of the vocabulary by name, likewise. */
export const allBodies = named(bodies, nameBody)

function named(
  vocabulary: readonly { id: string }[],
  nameOf: typeof nameTopic,
): (locale: PageLocale) => readonly Named[] {
  const known = createMemory<readonly Named[]>(10)
  return (locale) => known(locale, () => vocabulary.map(({ id }) => nameOf(id, locale)).toSorted(byName(locale)))
}
