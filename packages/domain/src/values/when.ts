import * as z from "zod"
import { edtfPattern, isEdtf } from "./edtf.js"

/**
 * A date or interval of the Extended Date/Time Format (see `parseEdtf` for how much of it): `2021-06-15`, `2021-06`,
 * `2021`, `2021-06-15/2021-06-16`, `../2021-03-01`, `2021~`, `XXXX-06-15` where no year is said.
 */
export const Edtf = z
  .string()
  .refine(isEdtf, "must be a date (EDTF), as in 2021-06-15, 2021-06, 2021 or 2021-06-15/2021-06-16")
  .meta({
    pattern: edtfPattern.any,
    description: "Extended Date/Time Format, level 0 and parts of 1 and 2",
    examples: ["2021-06-15", "2021-06"],
  })
export type Edtf = z.infer<typeof Edtf>

const isSingle = (text: string) => isEdtf(text) && !text.includes("/")
const Single = z
  .string()
  .refine(isSingle, "must be one date (EDTF), as in 2021-06-15, 2021-06 or 2021-06-15T09:30")
  .meta({
    description: "One date or date-time, Extended Date/Time Format",
    examples: ["2021-06-15", "2021-06-15T09:30"],
  })

/**
 * When something takes place: first and last day (or moment), both inclusive, as people write them. `end` is absent
 * when it is the start's own day. `timeZone` is an IANA name and goes with times of day.
 */
export const When = z
  .strictObject({
    start: Single,
    end: Single.optional(),
    timeZone: z.string().max(60).refine(isTimeZone, "must be a time zone's IANA name, as in Europe/Paris").optional(),
  })
  .refine((when) => runsForward(when), { message: "must not lie before its start", path: ["end"] })
export type When = z.infer<typeof When>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "" && /^[A-Z]/.test(name)
  } catch {
    return false
  }
}

/** The ends make an interval; one that is not right by itself has its own error. */
const runsForward = ({ start, end }: { start: string; end?: string | undefined }): boolean =>
  end === undefined || !isSingle(start) || !isSingle(end) || isEdtf(`${start}/${end}`)
