import * as z from "zod"

/** An absolute web address, http or https, at most 2,000 characters; no other scheme, so that none can run script. */
export const Url = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s<>"`{}|\\^]*)?$/i, "must be an http or https address")
  .meta({ format: "uri", description: "Absolute http or https address" })
export type Url = z.infer<typeof Url>
