import { contentActions } from "../../writing/asked-change.js"
import type { Parameter } from "../parameters.js"

/** A flag: `?name` is enough to set it. */
const flag = (name: string, description: string): Parameter => ({
  name,
  in: "query",
  description,
  allowEmptyValue: true,
  schema: { type: "boolean", default: false },
})

/** Whether it is only to be looked what would come of it. */
export const validateOnly = flag(
  "validate-only",
  "Nothing is written; the answer is what it would have been. `?validate-only` is enough.",
)

/** Whether only what an import left open is wanted. */
export const inConflict = flag("conflicts", "Only items of which an import left something to be decided, in any state.")

/** What is said of a change beside the item, which is the body. */
export const changeParameters: Parameter[] = [
  {
    name: "action",
    in: "query",
    description: "What is done with it. What is new is a draft where this is absent.",
    schema: { type: "string", enum: contentActions, default: "edit" },
  },
  {
    name: "changeNote",
    in: "query",
    description: "Why, in a sentence for the public. `correct` needs it.",
    schema: { type: "string", maxLength: 5000 },
    example: "The date was wrong.",
  },
  {
    name: "updateType",
    in: "query",
    description: "A `minor` change (a comma, a link) does not move the date that readers see.",
    schema: { type: "string", enum: ["major", "minor"], default: "major" },
  },
  {
    name: "publishAt",
    in: "query",
    description: "When it is to be published. `schedule` needs it.",
    schema: { type: "string", format: "date-time" },
    example: "2030-08-31T09:00:00Z",
  },
]

/** What is changed: without it a change is refused (428). */
export const ifMatch: Parameter = {
  name: "If-Match",
  in: "header",
  description:
    'The `ETag` of what was read, by a token (`"r3"`) or by anybody: the change is refused (412) where the item has changed since. `*` is any revision that there is.',
  schema: { type: "string", maxLength: 1000 },
  example: '"r3"',
}

/** What is to be new. */
export const ifNoneMatch: Parameter = {
  name: "If-None-Match",
  in: "header",
  description: "`*`: there is to be no such item yet (else 412).",
  schema: { type: "string", enum: ["*"] },
}

/** What makes it safe to send again. */
export const idempotencyKey: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "Any text of the client's own, new for each thing that it wants done: sent again with it within 24 hours, the same is done once and answered the same, with `Idempotency-Replayed`. Another request with it is refused (422).",
  schema: { type: "string", pattern: "^[!-~]{1,255}$" },
  example: "0190b3a5-7c1e-7000-8000-000000000001",
}

/** A UUID in an address. */
export const idParameterNamed = (name: string, description: string): Parameter => ({
  name,
  in: "path",
  required: true,
  description,
  schema: { type: "string", format: "uuid" },
})
