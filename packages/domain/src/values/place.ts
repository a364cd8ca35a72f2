import * as z from "zod"
import { Country } from "./country.js"
import { line } from "./text.js"

/**
 * Where something is: schema.org Place, in as much as the source says. `name` is the place as it was written when
 * that says more than city and country do; `city` in the item's own language; `country` ISO 3166-1 alpha-2.
 */
export const Place = z
  .strictObject({
    name: line(300).optional(),
    venue: line(300).optional(),
    city: line(200).optional(),
    country: Country.optional(),
  })
  .refine((place) => Object.values(place).some((part) => part !== undefined), "must say a name, venue, city or country")
  .meta({ minProperties: 1 })
export type Place = z.infer<typeof Place>
