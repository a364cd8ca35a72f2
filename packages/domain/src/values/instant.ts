import * as z from "zod"

/** A moment: RFC 3339 with its offset or Z, as in `2021-08-31T09:00:00Z`. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine(isWithinYears, "must be an instant between the years 0000 and 9999 in UTC")
  .meta({ description: "RFC 3339 date-time" })
export type Instant = z.infer<typeof Instant>

/** Beyond them an instant in UTC is written in another way (RFC 3339 section 1), and stands elsewhere in the order of texts. */
function isWithinYears(instant: string): boolean {
  const time = Date.parse(instant)
  return Number.isNaN(time) || /^\d{4}-/.test(new Date(time).toISOString())
}
