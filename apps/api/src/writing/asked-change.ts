import {
  type Action,
  actions,
  InvalidInput,
  type InvalidIssue,
  nearest,
  type Need,
  plainMessage,
  Revision,
  type State,
  transitions,
  When,
  Id,
} from "@pg/domain"
import { z } from "zod"

/** What is asked for beside an item: the action, and what it needs. */
export type AskedChange = {
  action: Action
  updateType?: "major" | "minor"
  changeNote?: string
  publishAt?: string
  into?: string
  when?: When
}

const { changeNote, updateType, publishAt } = Revision.shape
/** What may be said of a change, whatever it is. */
export const words = {
  updateType: updateType.optional(),
  changeNote,
  publishAt,
  into: Id.optional(),
  when: When.optional(),
}
const Words = z.strictObject(words)

/**
 * Reads what is said of a change, and looks whether all is there that its action needs. Throws InvalidInput, whose paths are
 * the members' names.
 */
export function readChange(action: Action, said: unknown, now: Date): AskedChange {
  const result = Words.safeParse(said)
  if (!result.success) throw new InvalidInput(result.error.issues.flatMap(issuesIn))
  const { needs, ...transition } = transitions[action] as { needs: readonly Need[]; updateType?: "major" }
  const lacking = needs.filter((need) => result.data[need] === undefined)
  if (lacking.length > 0)
    throw new InvalidInput(lacking.map((need) => ({ path: need, message: `is missing: ${wants[need]}` })))
  const { publishAt: due } = result.data
  if (due !== undefined && Date.parse(due) <= now.getTime())
    throw new InvalidInput([
      { path: "publishAt", message: `${due} is over: give an instant that is to come, or publish` },
    ])
  if (transition.updateType === "major" && result.data.updateType === "minor")
    throw new InvalidInput([{ path: "updateType", message: `cannot be minor: the public is told of "${action}"` }])
  const given = Object.fromEntries(Object.entries(result.data).filter(([, value]) => value !== undefined))
  return { action, ...(transition.updateType && { updateType: transition.updateType }), ...given }
}

const wants: Record<Need, string> = {
  changeNote: "say why, in a sentence for the public",
  publishAt: "say when it is to be published, as in 2021-08-31T09:00:00Z",
  into: "say the id of the item that this one becomes part of",
  when: 'say the new dates, as in {"start":"2021-09-01"}',
}

const known = Object.keys(words)

function issuesIn(issue: z.core.$ZodIssue): InvalidIssue[] {
  if (issue.code !== "unrecognized_keys")
    return [{ path: issue.path.map(String).join("."), message: plainMessage(issue.message) }]
  return issue.keys.map((key) => {
    const suggestion = nearest(key, known)
    return { path: key, message: "there is no such member", ...(suggestion !== undefined && { suggestion }) }
  })
}

/** Actions that go with a new content of the item, said by `?action=`; the others are addresses of their own. */
export const contentActions = ["edit", "correct", "submit", "schedule", "publish"] as const satisfies readonly Action[]

/** Refuses an action that there is not. Throws InvalidInput with the nearest that there is. */
export function readAction<Known extends Action>(text: string, among: readonly Known[]): Known {
  const found = among.find((action) => action === text)
  if (found) return found
  const suggestion = nearest(text, among)
  const message = `"${text.slice(0, 60)}" is none of ${among.join(", ")}`
  throw new InvalidInput([{ path: "action", message, ...(suggestion !== undefined && { suggestion }) }])
}

/** Whether a state has an action; the actions that it has, in their order. */
export const actionsOf = (state: State, lifecycle: Record<State, object>): Action[] =>
  actions.filter((action) => Object.hasOwn(lifecycle[state], action))
