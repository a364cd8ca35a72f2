import * as z from "zod"
import { Instant } from "./values/instant.js"
import { line } from "./values/text.js"
import { Url } from "./values/url.js"

/**
 * The characters of a source from which a field was read: `line` and `column` count from 1, columns in UTF-16 code
 * units as text editors do; `text` stands exactly so at that place, line ends included where it goes over several.
 */
export const Span = z.strictObject({ line: z.int().positive(), column: z.int().positive(), text: z.string() })
export type Span = z.infer<typeof Span>

/** Why a field that no character states was decided so: the rule's name and the words of the source that met it. */
export const Reason = z.strictObject({ field: line(100), rule: line(200), text: z.string() })
export type Reason = z.infer<typeof Reason>

/**
 * Where an imported item comes from. `name` is the source's own name; `text` is the item's part of it, unaltered, so
 * that the parts of all items, one after the other, are the source again. `spans` gives for each field read, by its
 * path ("title", "location.city", "topics.0"), its characters; `reasons` what decided the others.
 */
export const Source = z.strictObject({
  name: line(500),
  url: Url.optional(),
  retrievedAt: Instant,
  text: z.string().max(1_000_000),
  spans: z.record(z.string(), Span).default({}),
  reasons: z.array(Reason).default([]),
})
export type Source = z.infer<typeof Source>
