import * as z from "zod"
import { toSlug } from "./to-slug.js"

/**
 * The readable part of an address and the id of a vocabulary's concept: words of lower-case letters (of any script,
 * Latin ones without accents) and digits, joined by single hyphens, at most 120 characters; what `toSlug` gives.
 */
export const Slug = z
  .string()
  .min(1)
  .max(120)
  .refine((slug) => toSlug(slug) === slug, "must be lower-case words joined by hyphens, as in drug-policy")
  .meta({ description: "Lower-case words joined by hyphens", pattern: "^[^\\s\\-A-Z]+(-[^\\s\\-A-Z]+)*$" })
export type Slug = z.infer<typeof Slug>
