import { all, any, type Expression, token, without } from "./expression.js"
import type { Clause, Phrase, Reading } from "./question.js"

/** This token of the language stands where a field ends. */
export const endOfField = (language: string): string => `${language}.`

/** Every item has this token of its language, with those of its title. */
export const inLanguage = (language: string): string => `${language}:`

/** A word's token as it stands for the word in the title. */
export const inTitle = (word: string): string => word.replace(".", ":")

/** What an item must have to be in the answer. */
export const wantedBy = (readings: readonly Reading[]): Expression =>
  any(
    readings.map(({ language, wanted, unwanted }) =>
      without(wanted.length === 0 ? token(inLanguage(language)) : all(wanted.map(asked)), unwanted.map(asked)),
    ),
  )

/**
 * The answer's items in the order of relevance, in parts of which none has an item of another: what has all that is wanted
 * in its title, what has some of it there, and the rest.
 */
export function tiersOf(readings: readonly Reading[]): Expression[] {
  if (readings.some(({ wanted }) => wanted.length === 0)) return [wantedBy(readings)]
  const tiers = readings.map(tiersOfReading)
  const between = tiers.flatMap((tier) => tier.between ?? [])
  return [
    any(tiers.map(({ whole }) => whole)),
    ...(between.length === 0 ? [] : [any(between)]),
    any(tiers.map(({ rest }) => rest)),
  ]
}

function tiersOfReading({ wanted, unwanted }: Reading) {
  const anywhere = all(wanted.map(asked))
  const whole = all(wanted.map(({ ways }) => waysIn(ways, inTitle)))
  const phrases = wanted.flatMap(({ ways }) => ways.flat()).map((phrase) => phraseIn(phrase, inTitle))
  const part = any(phrases)
  const hasWhole = wanted.length === 1 && wanted[0]?.ways.every((way) => way.length === 1)
  return {
    whole: without(whole, unwanted.map(asked)),
    // Where there is one thing only, whoever has some of it has it all.
    between: hasWhole ? undefined : without(all([...wanted.map(asked), part]), [whole, ...unwanted.map(asked)]),
    rest: without(anywhere, [part, ...unwanted.map(asked)]),
  }
}

const asked = ({ ways, isInTitle }: Clause): Expression => waysIn(ways, isInTitle ? inTitle : asItIs)

const waysIn = (ways: Clause["ways"], as: (word: string) => string): Expression =>
  any(ways.map((way) => all(way.map((phrase) => phraseIn(phrase, as)))))

const phraseIn = (phrase: Phrase, as: (word: string) => string): Expression => ({ is: phrase.map(as) })

const asItIs = (word: string) => word
