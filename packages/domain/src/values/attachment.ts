import * as z from "zod"
import { Locale } from "./locale.js"
import { line } from "./text.js"
import { Url } from "./url.js"

/** A file that goes with an item: iCalendar ATTACH, Atom enclosure. `size` in bytes. */
export const Attachment = z.strictObject({
  url: Url,
  title: line(500).optional(),
  mediaType: z
    .string()
    .max(200)
    .regex(/^[\w.+-]+\/[\w.+-]+$/, "must be a media type, as in application/pdf")
    .optional(),
  size: z.int().nonnegative().optional(),
  locale: Locale.optional(),
})
export type Attachment = z.infer<typeof Attachment>

/** A web page that an item points to: RFC 8288, with its relation type where there is one. */
export const Link = z.strictObject({ url: Url, title: line(500).optional(), rel: line(100).optional() })
export type Link = z.infer<typeof Link>

/** A picture, with the text that stands for it when it is not seen. `width` and `height` in pixels, so that a page leaves room. */
export const Image = z.strictObject({
  url: Url,
  alt: line(1000),
  credit: line(500).optional(),
  width: z.int().positive().max(100_000).optional(),
  height: z.int().positive().max(100_000).optional(),
})
export type Image = z.infer<typeof Image>
