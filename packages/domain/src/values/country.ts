import * as z from "zod"

/** A country: ISO 3166-1 alpha-2, upper case, as in `FR`. Whether the code is assigned is not asked. */
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a country's two capital letters, as in FR")
  .meta({ description: "ISO 3166-1 alpha-2" })
export type Country = z.infer<typeof Country>
