import type { Action, State } from "./lifecycle.js"
import type { Scope } from "./scope.js"

/**
 * What an action asks for beside the item. `changeNote` says why, to the public; `publishAt` is the instant of a schedule,
 * `into` the id of the item that another becomes part of, `when` an event's new dates.
 */
export type Need = "changeNote" | "publishAt" | "into" | "when"

/** Who may do something, what it needs, and whether the revision it makes is one that the public is told of. */
export type Transition = {
  scope: Scope
  needs: readonly Need[]
  updateType?: "major"
}

/**
 * For each action of the lifecycle who may and what it needs. An edit of what is public is a change of what the public
 * sees, see `scopeOf`.
 */
export const transitions = {
  edit: { scope: "items:write", needs: [] },
  submit: { scope: "items:write", needs: [] },
  reject: { scope: "items:write", needs: ["changeNote"] },
  schedule: { scope: "items:publish", needs: ["publishAt"] },
  unschedule: { scope: "items:publish", needs: [] },
  publish: { scope: "items:publish", needs: [] },
  correct: { scope: "items:publish", needs: ["changeNote"], updateType: "major" },
  reschedule: { scope: "items:publish", needs: ["changeNote", "when"], updateType: "major" },
  postpone: { scope: "items:publish", needs: ["changeNote"], updateType: "major" },
  cancel: { scope: "items:publish", needs: ["changeNote"], updateType: "major" },
  withdraw: { scope: "items:publish", needs: ["changeNote"], updateType: "major" },
  remove: { scope: "items:publish", needs: ["changeNote"], updateType: "major" },
  merge: { scope: "items:publish", needs: ["into"], updateType: "major" },
} as const satisfies Record<Action, Transition>

/** The scope that an action on an item in a state takes: whoever changes what is public, or soon will be, publishes. */
export const scopeOf = (state: State, action: Action): Scope =>
  action === "edit" && state !== "draft" && state !== "review" ? "items:publish" : transitions[action].scope

/**
 * What the public finds of an item: the item itself, a `tombstone` with its reason (410, a deleted record, an `at:deleted-entry`),
 * an address that leads to another item (301), or nothing, as if it had never been.
 */
export type Shown = "item" | "tombstone" | "redirect" | "nothing"

/** Everything that is made from the log for somebody outside. */
export const projections = [
  "html",
  "api",
  "lists",
  "search",
  "atom",
  "jsonFeed",
  "calendar",
  "oai",
  "sitemap",
  "changes",
] as const
/** The name of a projection. */
export type ProjectionName = (typeof projections)[number]

const of = (shown: Shown, others: Partial<Record<ProjectionName, Shown>> = {}): Record<ProjectionName, Shown> => ({
  ...(Object.fromEntries(projections.map((name) => [name, shown])) as Record<ProjectionName, Shown>),
  ...others,
})
const hidden = of("nothing")
/** Formats that know no tombstone say nothing; a client of theirs learns of it by the absence. */
const taken = of("tombstone", {
  lists: "nothing",
  search: "nothing",
  jsonFeed: "nothing",
  calendar: "nothing",
  sitemap: "nothing",
})

/**
 * What each projection shows of an item by its state, once it has been public. Of one that never was, none shows anything in
 * any state but `published`. A webhook is told what `changes` shows.
 */
export const shown: Record<State, Record<ProjectionName, Shown>> = {
  draft: hidden,
  review: hidden,
  scheduled: hidden,
  published: of("item"),
  withdrawn: taken,
  gone: taken,
  merged: { ...taken, html: "redirect", api: "redirect" },
}
