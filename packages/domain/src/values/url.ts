import * as z from "zod"
import { neverInLine, ofLetters } from "./text.js"

const error = "must be an http or https address"

/**
 * An absolute web address, http or https, at most 2,000 characters; no other scheme, so that none can run script. What has this
 * form is held against the URL Standard too, by zod: a port past 65535, or a host that is none, no browser could follow.
 */
export const Url = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s/?#@\\]+(?:[/?#][^\s<>"`{}|\\^]*)?$/i, { error, abort: true })
  .refine((url) => !neverInLine.test(url) && standard.safeParse(url).success, {
    error: "must be an address that a browser can follow: its host, port or path is none",
    params: ofLetters,
  })
  .meta({ format: "uri", description: "Absolute http or https address" })
export type Url = z.infer<typeof Url>

const standard = z.url()
