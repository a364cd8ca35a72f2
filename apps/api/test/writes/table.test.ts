import {
  type Action,
  actions,
  lifecycle,
  type Need,
  parseItem,
  scopeOf,
  type State,
  stateAfter,
  states,
  transitions,
} from "@pg/domain"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { id, meeting, type Newsroom, openNewsroom, start } from "./newsroom.js"

/** How an item comes to be in a state. */
const ways: Record<State, Action[]> = {
  draft: ["edit"],
  review: ["submit"],
  scheduled: ["schedule"],
  published: ["publish"],
  withdrawn: ["publish", "withdraw"],
  gone: ["publish", "remove"],
  merged: ["publish", "merge"],
}

const needed: Record<Need, unknown> = {
  changeNote: "As decided.",
  publishAt: "2030-01-01T00:00:00Z",
  into: id(0),
  when: { start: "2024-09-01" },
}
const needsOf = (action: Action): readonly Need[] => transitions[action].needs
const wordsFor = (needs: readonly Need[]) => Object.fromEntries(needs.map((need) => [need, needed[need]]))

let room: Newsroom
let writer = ""
let made = 0
beforeAll(async () => {
  room = await openNewsroom()
  writer = await room.tokenFor(["items:write"])
  await put(id(0), "publish")
})
afterAll(() => room.close())

const put = (itemId: string, action: Action) => {
  const item = parseItem({ ...meeting, id: itemId, slug: `e-${itemId.slice(-6)}` })
  const publishAt = action === "schedule" ? { publishAt: "2030-01-01T00:00:00Z" } : {}
  return room.store.revise(itemId, () => ({ item, change: { at: start, by: "test", action, ...publishAt } }))
}

async function itemIn(state: State): Promise<string> {
  const itemId = id(++made)
  for (const action of ways[state]) await put(itemId, action)
  return itemId
}

const isOfContent = (action: Action) => action === "edit" || action === "correct"

/** A change of its content is a patch, whose words are parameters; a step an address of its own, with its words in the body. */
const take = (itemId: string, action: Action, words: object, token = room.token) => {
  const headers = { Authorization: `Bearer ${token}`, "If-Match": "*" }
  if (!isOfContent(action)) return room.send("POST", `/items/${itemId}:${action}`, words, headers)
  const search = new URLSearchParams({ action, ...(words as Record<string, string>) })
  return room.send("PATCH", `/items/${itemId}?${search.toString()}`, { kicker: "Changed" }, headers)
}

describe.each(states)("of an item that is %s", (state) => {
  const allowed = Object.keys(lifecycle[state]) as Action[]

  test.each(allowed)("%s leads where the table says, and is noted", async (action) => {
    const itemId = await itemIn(state)
    const { status, json } = await take(itemId, action, wordsFor(needsOf(action)))
    expect([status, json.state, json.action]).toEqual([200, stateAfter(state, action), action])
    expect((await room.store.audited({ itemId, limit: 1 }))[0]).toMatchObject({ status: 200, by: "editor 1" })
  })

  test.each(allowed)("%s asks for the scope that the table says", async (action) => {
    const { status } = await take(await itemIn(state), action, wordsFor(needsOf(action)), writer)
    expect(status).toBe(scopeOf(state, action) === "items:write" ? 200 : 403)
  })

  test.each(allowed.flatMap((action) => needsOf(action).map((need) => ({ action, need }))))(
    "$action without $need is refused, and told so",
    async ({ action, need }) => {
      const itemId = await itemIn(state)
      const before = await room.store.seq()
      const { status, json } = await take(itemId, action, wordsFor(needsOf(action).filter((other) => other !== need)))
      expect([status, json.errors]).toMatchObject([
        422,
        [isOfContent(action) ? { parameter: need } : { pointer: `/${need}` }],
      ])
      expect(await room.store.seq()).toBe(before)
    },
  )

  test.each(actions.filter((action) => !allowed.includes(action)))(
    "%s is refused, with what there is",
    async (action) => {
      const { status, json } = await take(await itemIn(state), action, wordsFor(needsOf(action)))
      expect([status, json.state, json.actions]).toEqual([409, state, allowed.toSorted(inOrder)])
    },
  )
})

const inOrder = (one: Action, other: Action) => actions.indexOf(one) - actions.indexOf(other)
