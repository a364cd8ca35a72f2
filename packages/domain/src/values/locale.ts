import * as z from "zod"

/**
 * The language of a text: a BCP 47 tag (RFC 5646) in its canonical case, as language, optional script, optional
 * region: `en`, `fr`, `sr-Latn`, `pt-BR`.
 */
export const Locale = z
  .string()
  .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/, "must be a language tag, as in en, fr or pt-BR")
  .meta({ description: "BCP 47 language tag, canonical case" })
export type Locale = z.infer<typeof Locale>
