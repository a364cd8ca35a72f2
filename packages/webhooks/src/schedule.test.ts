import { expect, test } from "vitest"
import { nextAttempt, pauses, readRetryAfter } from "./schedule.js"

const at = new Date("2026-03-01T12:00:00Z")
const seconds = (date: Date | undefined) => date && (date.getTime() - at.getTime()) / 1000

test("it is tried ten times, over more than three days, and then given up", () => {
  const waited = pauses.map((_, index) => seconds(nextAttempt(index + 1, at, 0.5)) ?? 0)
  expect(waited.map(Math.round)).toEqual([...pauses])
  expect(waited.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(3 * 86_400)
  expect(nextAttempt(10, at, 0.5)).toBeUndefined()
})

test("what failed together does not come back together", () => {
  expect([0, 0.5, 1].map((random) => seconds(nextAttempt(2, at, random)))).toEqual([270, 300, 330])
})

test("a receiver that asks for a pause gets it, in seconds or as a date, up to a day", () => {
  expect(seconds(readRetryAfter("120", at))).toBe(120)
  expect(seconds(readRetryAfter("Sun, 01 Mar 2026 12:10:00 GMT", at))).toBe(600)
  expect(seconds(readRetryAfter("999999999", at))).toBe(86_400)
  expect(seconds(nextAttempt(1, at, 0.5, readRetryAfter("120", at)))).toBe(120)
  expect(seconds(nextAttempt(2, at, 0.5, readRetryAfter("120", at)))).toBe(300)
})

test.each([
  undefined,
  "",
  "soon",
  "-5",
  "1.5",
  "Sun, 01 Mar 2020 12:10:00 GMT",
  "2026-03-02",
  "Sun, 99 Mar 2026 12:10:00 GMT",
])("what says no later time is as if it were not there: %s", (value) => {
  expect(readRetryAfter(value, at)).toBeUndefined()
})
