import * as z from "zod"

/** A moment: RFC 3339 with its offset or Z, as in `2021-08-31T09:00:00Z`. */
export const Instant = z.iso.datetime({ offset: true }).meta({ description: "RFC 3339 date-time" })
export type Instant = z.infer<typeof Instant>
