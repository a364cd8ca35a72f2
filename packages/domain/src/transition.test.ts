import { expect, test } from "vitest"
import { type Action, lifecycle, stateAfter, states } from "./lifecycle.js"
import { scopeOf, shown, transitions } from "./transition.js"

const leaving = states.flatMap((state) =>
  (Object.keys(lifecycle[state]) as Action[]).map((action) => ({
    state,
    action,
    after: stateAfter(state, action) ?? state,
  })),
)

test("whoever may only write changes nothing that the public sees", () => {
  for (const { state, action, after } of leaving)
    if (scopeOf(state, action) === "items:write")
      expect([state, after], `${state} ${action}`).not.toContain("published")
})

test("whatever takes an item from the public says why, or leads to what it became part of", () => {
  for (const { state, action, after } of leaving)
    if (state === "published" && after !== "published")
      expect(transitions[action].needs, action).toEqual([action === "merge" ? "into" : "changeNote"])
})

test("only what is published is shown as an item, and what never was public is shown as nothing", () => {
  for (const state of states)
    expect(new Set(Object.values(shown[state])).has("item"), state).toBe(state === "published")
})
