import { InvalidInput } from "@pg/domain"

/** A whole number within bounds that a parameter says; `undefined` where it is absent. Throws InvalidInput. */
export function numberIn(search: URLSearchParams, name: string, least: number, most: number): number | undefined {
  const text = search.get(name)
  if (text === null) return undefined
  const number = /^\d{1,10}$/.test(text) ? Number(text) : -1
  if (number >= least && number <= most) return number
  throw new InvalidInput([{ path: name, message: `"${text.slice(0, 60)}" is not a number from ${least} to ${most}` }])
}
