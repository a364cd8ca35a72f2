import * as z from "zod"

/** An International Standard Book Number, ISO 2108: 13 digits, or 10 of which the last may be X; no hyphens. */
export const Isbn = z
  .string()
  .refine(isIsbn, "must be an ISBN without hyphens, its check digit right")
  .meta({ description: "ISBN-13 or ISBN-10 without hyphens", pattern: "^(97[89]\\d{10}|\\d{9}[\\dX])$" })
export type Isbn = z.infer<typeof Isbn>

function isIsbn(text: string): boolean {
  const digits = Array.from(text, (digit) => (digit === "X" ? 10 : Number(digit)))
  if (/^97[89]\d{10}$/.test(text))
    return digits.reduce((sum, digit, at) => sum + digit * (at % 2 ? 3 : 1), 0) % 10 === 0
  return /^\d{9}[\dX]$/.test(text) && digits.reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11 === 0
}
