import { expect, test } from "vitest"
import { actions, lifecycle, stateAfter, states } from "./lifecycle.js"

test("every action leads to a state of the table", () => {
  for (const state of states) for (const next of Object.values(lifecycle[state])) expect(states).toContain(next)
})

test("what was published is never a draft again: it is withdrawn, gone or merged", () => {
  const reached = new Set(actions.flatMap((action) => stateAfter("published", action) ?? []))
  expect([...reached].toSorted()).toEqual(["gone", "merged", "published", "withdrawn"])
})

test("a merged item allows nothing more, for its address leads elsewhere", () => {
  expect(actions.flatMap((action) => stateAfter("merged", action) ?? [])).toEqual([])
})
