import { expect, test } from "vitest"
import { type ItemInput, parseItem } from "./item.js"
import { mergeItems } from "./merge.js"

const base = {
  id: "018f0000-0000-7000-8000-000000000001",
  kind: "event",
  locale: "en",
  slug: "a-training",
  title: "A training",
  summary: "It begins …",
  summaryTruncated: true,
  topics: ["prisons"],
} satisfies ItemInput

const item = (fields: Partial<ItemInput> = {}) => parseItem({ ...base, ...fields })

test("a field that only one of two changed is as that one has it", () => {
  const { item: merged, conflicts } = mergeItems(
    item(),
    item({ title: "A training course" }),
    item({ topics: ["prisons", "treatment"] }),
  )
  expect(merged).toEqual(item({ title: "A training course", topics: ["prisons", "treatment"] }))
  expect(conflicts).toEqual([])
})

test("a field that two changed in two ways stays as it is, and is a conflict that says all three", () => {
  const { item: merged, conflicts } = mergeItems(item(), item({ title: "Ours" }), item({ title: "Theirs" }))
  expect(merged.title).toBe("Ours")
  expect(conflicts).toEqual([{ field: "title", base: "A training", ours: "Ours", theirs: "Theirs" }])
})

test("two who changed a field in the same way agree", () => {
  expect(mergeItems(item(), item({ title: "Both" }), item({ title: "Both" })).conflicts).toEqual([])
})

test("a summary goes with whether it was cut short", () => {
  const whole = { summary: "It begins, and this is all.", summaryTruncated: false }
  expect(mergeItems(item(), item(), item(whole)).item).toEqual(item(whole))
  const { item: merged, conflicts } = mergeItems(item(), item(whole), item({ summary: "It ends …" }))
  expect(merged).toEqual(item(whole))
  expect(conflicts.map(({ field }) => field)).toEqual(["summary"])
})

test("a field that one took out is out, and one that the other changed meanwhile is a conflict", () => {
  const { summary: _, ...without } = base
  expect(mergeItems(item(), item(), parseItem({ ...without, summaryTruncated: false })).item).not.toHaveProperty(
    "summary",
  )
  const { conflicts } = mergeItems(
    item(),
    item({ summary: "Other" }),
    parseItem({ ...without, summaryTruncated: false }),
  )
  expect(conflicts).toEqual([{ field: "summary", base: "It begins …", ours: "Other" }])
})

test("an item that became one of another kind has only what that kind has", () => {
  const news = parseItem({ ...base, kind: "news" })
  const { item: merged } = mergeItems(item(), item({ eventStatus: "EventCancelled" }), news)
  expect(merged).toEqual(news)
})

test("what the store adds to an item is nobody's change", () => {
  expect(mergeItems({ ...item(), revision: 1 }, { ...item(), revision: 3 }, item()).item).toEqual({
    ...item(),
    revision: 3,
  })
})
