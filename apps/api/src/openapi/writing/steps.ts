import { type Action, lifecycle, states, transitions } from "@pg/domain"
import { apiPath } from "../../site.js"
import { isOfEvents, steps } from "../../writing/step-bodies.js"
import { schemaRef } from "../component-schemas.js"
import { idParameter } from "../items.js"
import { capitalised } from "../operation.js"
import { type WriteOperation, told, written } from "./operation.js"
import { idempotencyKey, ifMatch, validateOnly } from "./parameters.js"

/** The id of an item that another becomes part of. */
export const mergedInto = "0190b3a5-7c1e-7000-8000-000000000002"

type Said = { summary: string; example: Record<string, unknown> }

const said: Record<(typeof steps)[number], Said> = {
  submit: { summary: "A draft is handed in for review", example: {} },
  reject: { summary: "What is in review becomes a draft again", example: { changeNote: "The source is missing." } },
  schedule: { summary: "It is to be published at an instant", example: { publishAt: "2030-08-31T09:00:00Z" } },
  unschedule: { summary: "What is scheduled becomes a draft again", example: {} },
  publish: { summary: "Everybody sees it", example: {} },
  reschedule: {
    summary: "An event has new dates",
    example: { changeNote: "The room is flooded.", when: { start: "2030-09-01" } },
  },
  postpone: { summary: "An event is put off", example: { changeNote: "The room is flooded." } },
  cancel: { summary: "An event does not take place", example: { changeNote: "There are no speakers." } },
  withdraw: { summary: "What was published is taken back, and may return", example: { changeNote: "Under review." } },
  remove: { summary: "It is gone, with its reason", example: { changeNote: "Published by mistake." } },
  merge: { summary: "It becomes part of another item, to which its address leads", example: { into: mergedInto } },
}

/** A step of an item's life: from which states, and into which. */
const step = (action: (typeof steps)[number]): WriteOperation => {
  const { scope, needs } = transitions[action]
  const { summary, example } = said[action]
  return {
    ...ofItem(action, summary, `${waysOf(action)}${isOfEvents(action) ? " It is for what takes place." : ""}`),
    scope,
    body: {
      required: needs.length > 0,
      content: { "application/json": { schema: schemaRef(`${capitalised(action)}Input`), example } },
    },
  }
}

const waysOf = (action: Action): string =>
  states
    .flatMap((state) => {
      const next = (lifecycle[state] as Partial<Record<Action, string>>)[action]
      return next === undefined ? [] : [`What is \`${state}\` ${next === state ? "stays so" : `becomes \`${next}\``}.`]
    })
    .join(" ")

function ofItem(name: string, summary: string, description: string) {
  const path = `${apiPath}/items/{id}:${name}`
  return {
    path,
    method: "post" as const,
    id: `${name}Item`,
    tag: "steps" as const,
    summary,
    description,
    parameters: [idParameter, validateOnly, ifMatch, idempotencyKey],
    successes: { 200: written("What was written; or what was there, where nothing changed.") },
    failures: [400, 404, 409, 412, 413, 415, 422, 428],
    example: { path, headers: { "If-Match": '"r1"' } },
  }
}

const bodyOf = (name: string, example: unknown, required = true) => ({
  required,
  content: { "application/json": { schema: schemaRef(name), example } },
})

/** The steps of an item's life, and what else can be done with one. */
export const itemSteps: readonly WriteOperation[] = [
  ...steps.map(step),
  {
    ...ofItem(
      "restore",
      "An earlier revision, as a new one",
      "What the item said then, it says again; its slug and its source stay as they are.",
    ),
    scope: "items:write",
    body: bodyOf("RestoreInput", { revision: 1 }),
  },
  {
    ...ofItem(
      "resolve",
      "What an import left to be decided",
      "Fields that both an import and an editor have changed stay as they are (`ours`), or become what the import says (`theirs`).",
    ),
    scope: "items:write",
    body: bodyOf("ResolveInput", { fields: ["summary"], take: "theirs" }),
  },
  {
    ...ofItem(
      "preview",
      "A link that shows it to somebody without a token",
      "The link is over after `expiresIn` seconds, a week where nobody says; it shows what the item is when it is opened.",
    ),
    scope: "items:write",
    parameters: [idParameter],
    body: bodyOf("PreviewInput", { expiresIn: 86_400 }, false),
    successes: { 201: told("PreviewLink", "The link, and when it is over.", ["Location"]) },
    failures: [400, 404, 409, 413, 415, 422],
    example: { path: `${apiPath}/items/{id}:preview` },
  },
]
