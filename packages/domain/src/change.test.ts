import { expect, test } from "vitest"
import { ChangeEntry, ItemChange, Tombstone } from "./change.js"

const id = "9e59d5eb-0613-5a10-9bfe-0cadc3bb180c"
const at = "2021-06-15T10:00:00Z"

test("a tombstone says which item went, when and how, and why where that was said", () => {
  expect(Tombstone.parse({ id, kind: "event", at, state: "gone", reason: "Published twice." })).toBeDefined()
  expect(Tombstone.safeParse({ id, kind: "event", at, state: "draft" }).success).toBe(false)
})

test("a change either puts an item or deletes one", () => {
  const tombstone = { id, kind: "event", at, state: "withdrawn" }
  expect(ChangeEntry.safeParse({ type: "delete", seq: 3, at, tombstone }).success).toBe(true)
  expect(ChangeEntry.safeParse({ type: "put", seq: 3, at, updateType: "major", tombstone }).success).toBe(false)
})

test("a line of an item's history may say what was done, where the item is public after it", () => {
  const line = { type: "put", seq: 3, at, revision: 2, updateType: "major" }
  for (const action of ["publish", "edit", "correct", "reschedule", "postpone", "cancel"])
    expect(ItemChange.parse({ ...line, action })).toEqual({ ...line, action })
  expect(ItemChange.safeParse(line).success).toBe(true)
  for (const action of ["schedule", "withdraw", "merge"])
    expect(ItemChange.safeParse({ ...line, action }).success, action).toBe(false)
})
