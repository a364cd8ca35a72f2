import * as z from "zod"
import { envelope } from "../envelope.js"
import { type CitationType, defineKind } from "../kind.js"
import { Attachment } from "../values/attachment.js"
import { Isbn } from "../values/isbn.js"
import { Locale } from "../values/locale.js"
import { Place } from "../values/place.js"
import { Reference } from "../values/reference.js"
import { line } from "../values/text.js"

/** A handbook, report, guideline, study or statement: schema.org Report or Book, BibTeX, RIS, CSL. */
export const Publication = z.strictObject({
  ...envelope,
  kind: z.literal("publication"),
  /** The place in its dateline: where it was published. */
  location: Place.optional(),
  /** Further places of the dateline, in its order. */
  additionalLocations: z.array(Place).max(50).default([]),
  reference: Reference.optional(),
  isbn: Isbn.optional(),
  /** Digital Object Identifier, without an address in front of it: 10.1000/182. */
  doi: z
    .string()
    .max(300)
    .regex(/^10\.\d{4,9}\/[^\s<>"]+$/, "must be a DOI, as in 10.1000/182")
    .optional(),
  /** Who made it; bodies are kept whole, never split into first and last names. */
  contributors: z
    .array(z.strictObject({ name: line(500), type: z.enum(["Person", "Organization"]), role: line(100).optional() }))
    .max(500)
    .default([]),
  publisher: line(500).optional(),
  languages: z.array(Locale).max(100).default([]),
  files: z.array(Attachment).max(200).default([]),
  edition: line(200).optional(),
  pages: z.int().positive().optional(),
})
export type Publication = z.infer<typeof Publication>

/** What this kind answers. A publication has no place in a calendar. */
export const publication = defineKind({
  name: "publication",
  segment: "publications",
  schema: Publication,
  schemaOrgType: "Report",
  types: ["brochure", "guideline", "handbook", "manual", "report", "statement", "study", "toolkit"],
  occurrences: () => [],
  deadline: () => undefined,
  places: ({ location, additionalLocations }) => [...(location ? [location] : []), ...additionalLocations],
  whens: () => [],
  people: ({ contributors }) => contributors.flatMap(({ name, type }) => (type === "Person" ? name : [])),
  files: ({ files, attachments }) => [...files, ...attachments],
  texts: ({ contributors, publisher, reference, isbn, doi }) =>
    [...contributors.map(({ name }) => name), publisher, reference, isbn, doi].filter((text) => text !== undefined),
  status: () => undefined,
  citationType: ({ type = "" }) => citationTypes.get(type) ?? "report",
  imprint: (item) => item,
  programme: () => undefined,
  act: () => undefined,
})

/** What is no report to those who cite it. */
const citationTypes: ReadonlyMap<string, CitationType> = new Map([
  ["handbook", "book"],
  ["manual", "book"],
  ["brochure", "pamphlet"],
])
