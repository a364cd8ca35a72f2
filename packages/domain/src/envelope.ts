import * as z from "zod"
import { Source } from "./source.js"
import { Attachment, Image, Link } from "./values/attachment.js"
import { Country } from "./values/country.js"
import { Id } from "./values/id.js"
import { Instant } from "./values/instant.js"
import { Locale } from "./values/locale.js"
import { Slug } from "./values/slug.js"
import { line, lines } from "./values/text.js"
import { Edtf } from "./values/when.js"

const names = z.array(line(500)).max(200).default([])

/** How one item stands to another; open: a relation that this version does not know is kept. */
export const Relation = z.strictObject({
  /** announces, reports, callFor, translationOf, replaces, … */
  rel: z
    .string()
    .max(60)
    .regex(/^[a-z][A-Za-z]*$/, "must be a camelCase word, as in translationOf"),
  id: Id,
})
export type Relation = z.infer<typeof Relation>

/** The fields that every item carries, whatever its kind. What a source does not say is absent, never guessed. */
export const envelope = {
  id: Id,
  /** What sort of news, event or publication: `decision`, `training`, `handbook` …; open vocabulary (GOV.UK document_type). */
  type: Slug.optional(),
  locale: Locale,
  slug: Slug,
  /** The line above the title. */
  kicker: line(2000).optional(),
  title: line(5000),
  subtitle: line(2000).optional(),
  /** Atom summary: the teaser as it stands in the source. */
  summary: lines(20_000).optional(),
  /** Whether the source cut the summary short. */
  summaryTruncated: z.boolean().default(false),
  /** Markdown (CommonMark with GFM tables). */
  body: lines(1_000_000).optional(),
  /** When the organisation says that it published this: Dublin Core issued. */
  issued: Edtf.optional(),
  /** EDTF interval in which `issued` must lie, inferred from what stands beside it. Sorts; is never printed as a date. */
  issuedBounds: Edtf.optional(),
  /** Concept ids of the topic vocabulary (SKOS). */
  topics: z.array(Slug).max(100).default([]),
  /** Countries that it is about: ISO 3166-1 alpha-2. */
  countries: z.array(Country).max(250).default([]),
  /** Bodies that it is about or from: concept ids of the body vocabulary, or names as written. */
  bodies: names,
  /** People that it names, as written. */
  people: names,
  /** The row of things that it is one of, and which one: the 3rd meeting, the 35th annual meeting. */
  series: z.strictObject({ id: Slug, ordinal: z.int().positive().optional() }).optional(),
  relations: z.array(Relation).max(1000).default([]),
  attachments: z.array(Attachment).max(200).default([]),
  links: z.array(Link).max(200).default([]),
  image: Image.optional(),
  source: Source.optional(),
  /** Set by the store when it reads, ignored when it writes: the number of the item's last revision, from 1. */
  revision: z.int().positive().optional(),
  /** Set by the store when it reads, ignored when it writes: the instant of the first revision that was public. */
  firstPublishedAt: Instant.optional(),
  /** Set by the store when it reads, ignored when it writes: the instant of the last major revision. */
  updatedAt: Instant.optional(),
}
