import { schemaRef } from "../component-schemas.js"
import { headerRefs, ofAll } from "../headers.js"

type Refusal = { name: string; description: string; schema: string; headers?: readonly string[] }

/** What whoever writes is told where it is not done, by status: names that differ from those of reading say more. */
const refusals: Record<number, Refusal> = {
  400: {
    name: "Malformed",
    description: "The body is no JSON or not in UTF-8, or a header field is none that is read.",
    schema: "Problem",
  },
  401: {
    name: "Unauthorized",
    description: "There is no token, or it is unknown, over or revoked.",
    schema: "Problem",
    headers: ["WWW-Authenticate"],
  },
  403: {
    name: "Forbidden",
    description: "The token may not do this: `scope` is what it lacks; without it, it is for other kinds or languages.",
    schema: "ForbiddenProblem",
    headers: ["WWW-Authenticate"],
  },
  409: {
    name: "Unfit",
    description: "The item's state has no such action: `actions` are those that it has.",
    schema: "UnfitProblem",
  },
  412: {
    name: "Stale",
    description:
      "The item has changed since it was read, is not there, or is there already: `current` is what it is now, `proposal` what both changes make together.",
    schema: "StaleProblem",
  },
  413: {
    name: "BodyTooLarge",
    description: "The body is longer than is read here; `detail` says how long it may be.",
    schema: "Problem",
  },
  415: {
    name: "UnsupportedMediaType",
    description: "The body is of a type that is not read here; `Accept` names those that are.",
    schema: "Problem",
    headers: ["Accept"],
  },
  422: {
    name: "Invalid",
    description: "A field, parameter or header field is wrong: `errors` names each, and what was probably meant.",
    schema: "InvalidProblem",
  },
  428: {
    name: "PreconditionRequired",
    description: "The item is there, and `If-Match` does not say which revision is changed; `current` is the last.",
    schema: "UnconditionalProblem",
  },
}

/** The name of the answer of a status to a write; `undefined` where it is the same as to a read. */
export const refusalName = (status: number): string | undefined => refusals[status]?.name

/** What whoever sends a file in parts is told. */
const ofUploads: Refusal[] = [
  {
    name: "UploadElsewhere",
    description: "What was sent is not what comes next: `offset` is how far the upload has come.",
    schema: "UploadProblem",
  },
  {
    name: "OtherTusVersion",
    description: "Uploads are tus 1.0.0: `Tus-Resumable` says another, or nothing.",
    schema: "Problem",
  },
]

/** These answers as components of the document, with examples by their names. */
export const refusalResponses = (examples: Record<string, unknown> = {}): Record<string, object> =>
  Object.fromEntries(
    [...Object.values(refusals), ...ofUploads].map(({ name, description, schema, headers = [] }) => {
      const problem = { schema: schemaRef(schema), ...(name in examples && { example: examples[name] }) }
      const content = { "application/problem+json": problem }
      return [name, { description, headers: headerRefs(...headers, ...ofAll), content }]
    }),
  )
