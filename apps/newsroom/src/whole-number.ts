import { InvalidArgumentError } from "commander"

/** Reads the value of an option that is a whole number from 0 on. Throws what makes commander name the option. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.")
  return Number(text)
}
