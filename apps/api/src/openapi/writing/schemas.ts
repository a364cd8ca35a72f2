import { actions, Conflict, Instant, Item, Revision, scopes, states } from "@pg/domain"
import * as z from "zod"
import type { Named } from "../component-schemas.js"
import { Problem } from "../schemas.js"

const etag = z.string().describe('The tag of a revision, for If-Match: `"r3"`.')
const outcome = z.enum(["created", "changed", "unchanged"])
const cursor = z.string().describe("The `cursor` of the next page; absent on the last.").optional()

const Written = Revision.extend({
  outcome: outcome.describe("`unchanged`: what was sent said nothing new, and nothing was written."),
}).describe("The item's revision after a write, and what came of it.")

const RevisionSummary = Revision.omit({ item: true, imported: true })
  .extend({ title: z.string() })
  .describe("A revision without what the item said.")

const Revisions = z
  .object({
    revisions: z.array(RevisionSummary).max(100),
    conflicts: z.array(Conflict).optional().describe("What imports have left for somebody to decide."),
    next: z.int().positive().optional().describe("The `below` of the next page; absent on the last."),
  })
  .describe("An item's revisions, newest first.")

const field = z.string()
const Part = z.object({ is: z.enum(["same", "removed", "added"]), text: z.string() })
const Diff = z
  .object({
    from: z.int().nonnegative().describe("A revision; 0 where there was none before."),
    to: z.int().positive(),
    changes: z.array(
      z.union([
        z.object({ field, parts: z.array(Part).describe("A text, word by word.") }),
        z.object({ field, from: z.unknown().optional(), to: z.unknown().optional() }),
      ]),
    ),
  })
  .describe("What changed from one revision to another, field by field.")

const Drafts = z
  .object({ drafts: z.array(Revision.omit({ imported: true })).max(100), next: cursor })
  .describe("The last revisions of items that the public does not see, last changed first.")

const Audit = z
  .object({
    entries: z
      .array(
        z.object({
          number: z.int().positive(),
          at: Instant,
          by: z.string().describe("The token's name; `newsroom (command)` for whoever runs the archive."),
          requestId: z.string().describe("Of the request; `command` where a command did it, which is none."),
          operation: z.string().describe("A method and an address, or a command, as in `newsroom token create`."),
          status: z
            .int()
            .describe("What was answered; 200 of a command, which is noted once it has changed something."),
          reason: z.string().optional().describe("Why it was refused; of a command, what it was done to."),
          itemId: z.uuid().optional(),
          seq: z.int().positive().optional().describe("The line of the log that was written."),
        }),
      )
      .max(100),
    next: cursor,
  })
  .describe("Who wrote, or tried to, newest first.")

const PreviewLink = z
  .object({ url: z.url(), expiresAt: Instant })
  .describe("A link that shows an item to whoever has it.")

const Preview = z
  .object({
    state: z.enum(states),
    publishAt: Instant.optional(),
    expiresAt: Instant,
    item: Item,
    bodyHtml: z.string().optional().describe("The body as sanitised HTML."),
  })
  .describe("An item as it would be published.")

/** As every problem, with what a write is told beside. */
const told = (members: z.ZodRawShape, description: string) =>
  Problem.omit({ errors: true, suggestion: true, at: true, state: true, reason: true })
    .extend(members)
    .describe(description)

const wrong = { detail: z.string(), suggestion: z.string().optional().describe("What was probably meant.") }
const InputError = z
  .union([
    z.object({ pointer: z.string().describe("A field of the body, by JSON Pointer (RFC 6901)."), ...wrong }),
    z.object({ parameter: z.string().describe("A parameter."), ...wrong }),
    z.object({ header: z.string().describe("A header field."), ...wrong }),
  ])
  .describe("One thing that is wrong with what was sent.")

const Known = z.object({ revision: z.int().positive(), etag }).describe("The item's last revision.")

const ForbiddenProblem = told(
  { scope: z.enum(scopes).optional().describe("What the token lacks; absent where it is for other items.") },
  "The token may not do this: RFC 9457.",
)
const UnfitProblem = told(
  { state: z.enum(states), actions: z.array(z.enum(actions)).describe("What can be done to it instead.") },
  "The item's state has no such action: RFC 9457.",
)
const StaleProblem = told(
  {
    current: z
      .union([Revision.extend({ etag }), Known])
      .optional()
      .describe("What the item is now; absent where there is none."),
    proposal: z
      .object({ item: Item, conflicts: z.array(Conflict) })
      .optional()
      .describe("What both changes make together, where it is known what was read; conflicts are as they are now."),
  },
  "The item is not what the request's conditions speak of: RFC 9457.",
)
const InvalidProblem = told(
  { errors: z.array(InputError).min(1).describe("Each thing that is wrong, and what was probably meant.") },
  "What was sent cannot be written: RFC 9457.",
)
const UnconditionalProblem = told({ current: Known }, "The request does not say what it changes: RFC 9457.")

const BatchResult = z
  .object({
    index: z.int().nonnegative().describe("Which item of the batch, from 0."),
    line: z.int().positive().optional().describe("Which line, from 1, where lines were sent."),
    status: z.int().describe("What the answer would have been, had the item been sent alone."),
    id: z.string().optional(),
    outcome: outcome.optional(),
    revision: z.int().positive().optional(),
    etag: etag.optional(),
    problem: z
      .union([InvalidProblem, StaleProblem, UnfitProblem, ForbiddenProblem, Problem])
      .optional()
      .describe("Why it was not written."),
    brokenOff: z
      .literal(true)
      .optional()
      .describe("Where lines were sent: the answer ends here, and what was sent after this has not been tried."),
  })
  .describe("What came of one item of a batch.")
const BatchResults = z.object({ results: z.array(BatchResult).max(1000) }).describe("What came of each item.")

const Issue = z
  .object({
    line: z.int().positive(),
    column: z.int().positive().describe("In UTF-16 code units, from 1."),
    code: z.string(),
    text: z.string().describe("What stands there."),
    hint: z.string().describe("What to do."),
  })
  .describe("Something of a listing that was not understood, or that somebody should look at.")
const ListingResult = BatchResult.omit({ line: true, id: true, brokenOff: true }).extend({
  state: z.enum(states).optional(),
  conflicts: z.array(Conflict).optional().describe("What both the listing and an editor have changed."),
  item: Item.describe("What was read; its `source.spans` say where each field stands in the text."),
})
const count = z.int().nonnegative()
const ListingResults = z
  .object({
    read: count,
    created: count,
    changed: count,
    unchanged: count,
    refused: count,
    items: z.array(ListingResult),
    issues: z.array(Issue),
  })
  .describe("What was read in a listing, and what came of each item.")

const File = z
  .object({
    id: z.string().describe("The SHA-256 of its bytes, in hexadecimal."),
    url: z.string().describe("Where it is, for everybody."),
    name: z.string(),
    mediaType: z.string(),
    size: z.int().nonnegative().describe("In bytes."),
    sha256: z.string(),
    image: z.object({ width: z.int(), height: z.int() }).optional().describe("In pixels, where it is a picture."),
    attachment: z
      .object({ url: z.string(), title: z.string(), mediaType: z.string(), size: z.int() })
      .describe("To be put into an item's `attachments` or `files`."),
  })
  .describe("A file that was handed in.")

const Upload = z
  .object({
    id: z.string(),
    size: z.int().nonnegative().describe("How many bytes are to come."),
    received: z.int().nonnegative().describe("How many have come."),
    expiresAt: Instant,
    file: File.optional().describe("The file, once it is whole."),
  })
  .describe("A file that comes in parts.")

const UploadProblem = Problem.extend({ offset: z.int().nonnegative().optional() }).describe(
  "What was sent is not what comes next.",
)

/** What answers to those who write hold, by the names under which the document has it. */
export const writeSchemas: Named = {
  Revision,
  Conflict,
  Written,
  RevisionSummary,
  Revisions,
  Diff,
  Drafts,
  Audit,
  PreviewLink,
  Preview,
  BatchResult,
  BatchResults,
  Issue,
  ListingResult,
  ListingResults,
  InputError,
  ForbiddenProblem,
  UnfitProblem,
  StaleProblem,
  InvalidProblem,
  UnconditionalProblem,
  File,
  Upload,
  UploadProblem,
}
