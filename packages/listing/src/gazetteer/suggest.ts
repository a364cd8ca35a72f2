import { nearest } from "@pg/domain"
import { fold } from "../tokens.js"
import { countryNames, placeNames } from "./places.js"

/** The city or country that a name of no known place most likely misspells: Strasburg, Viena, Frnace. */
export function suggestPlace(name: string): { name: string; isCountry: boolean } | undefined {
  if (name.length < 4 || name.length > 40) return undefined
  const found = nearest(name, new Set(shortened(fold(name)).flatMap((variant) => index().get(variant) ?? [])))
  return found === undefined ? undefined : { name: found, isCountry: countrySet.has(found) }
}

/**
 * Names by what remains of them with at most one letter left out. Two names that are a mistyped letter apart share one
 * such remainder, so that a search looks at a few names instead of all.
 */
const index = lazily(() => {
  const names = new Map<string, string[]>()
  for (const name of placeNames)
    for (const variant of shortened(fold(name))) {
      const others = names.get(variant)
      if (others) others.push(name)
      else names.set(variant, [name])
    }
  return names
})

const shortened = (word: string): string[] => [
  word,
  ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1)),
]

const countrySet: ReadonlySet<string> = new Set(countryNames.map(([name]) => name))

function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined
  return () => (value ??= make())
}
