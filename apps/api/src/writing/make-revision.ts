import {
  type Action,
  type EventAction,
  InvalidInput,
  type Item,
  kindOf,
  lifecycle,
  type Revision,
  scopeOf,
  type State,
  stateAfter,
} from "@pg/domain"
import type { Change, Token } from "@pg/store"
import { actionsOf, type AskedChange } from "./asked-change.js"
import { demand, demandOf } from "./caller.js"
import { Refused } from "./refused.js"

/** The change that a token's holder makes at an instant. */
export function changeBy(token: Token, at: string, { into: _, when: _when, ...asked }: AskedChange): Change {
  return { ...asked, at, by: token.name }
}

/**
 * Refuses who may not do this to the item as it is, and what its state does not allow: before anything is said of it. Throws
 * Refused.
 */
export function permit(token: Token, action: Action, current: Revision | undefined): void {
  const state = current?.state ?? "draft"
  if (current) demandOf(token, current.item)
  demand(token, scopeOf(state, action))
  if (stateAfter(state, action) === undefined) throw unfit(state, action, current?.item)
}

function unfit(state: State, action: Action, item: Item | undefined): Refused {
  const allowed = actionsOf(state, lifecycle).filter((one) => !isOfEvents(one) || (item && kindOf(item).act(item, one)))
  const rest = allowed.length === 0 ? "Nothing can be done to it any more." : `What can be done: ${allowed.join(", ")}.`
  return new Refused("unfit", `An item that is ${state} has no "${action}". ${rest}`, {
    members: { state, actions: allowed },
  })
}

const isOfEvents = (action: Action): action is EventAction =>
  action === "cancel" || action === "postpone" || action === "reschedule"

/** The item after an action that is more than a step: moved, called off, part of another. Throws InvalidInput. */
export function actedOn(item: Item, { action, when, into }: AskedChange): Item {
  if (isOfEvents(action)) {
    const acted = kindOf(item).act(item, action, when)
    if (acted) return acted
    throw new InvalidInput([
      { path: "action", message: `is for what takes place: there is no "${action}" of kind ${item.kind}` },
    ])
  }
  if (action !== "merge" || into === undefined) return item
  if (into === item.id) throw new InvalidInput([{ path: "into", message: "is the item itself" }])
  const others = item.relations.filter(({ rel }) => rel !== "mergedInto")
  return { ...item, relations: [...others, { rel: "mergedInto", id: into }] }
}
