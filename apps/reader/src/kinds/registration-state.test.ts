import { type Event, parseItem } from "@pg/domain"
import { expect, test } from "vitest"
import { registrationState } from "./registration-state.js"

const event = (registration: object | undefined, more: object = {}) =>
  parseItem({
    id: "00000000-0000-4000-8000-000000000001",
    kind: "event",
    locale: "en",
    slug: "an-event",
    title: "An event",
    registration,
    ...more,
  }) as Event

test("one can register until the end of the last day of the deadline", () => {
  const closing = event({ closes: "2021-05-15" })
  expect(registrationState(closing, "2021-05-15")).toBe("open")
  expect(registrationState(closing, "2021-05-16")).toBe("closed")
  expect(registrationState(event({ closes: "2021-05" }), "2021-05-31")).toBe("open")
})

test("before it opens one cannot yet", () => {
  const opening = event({ opens: "2021-03-01", closes: "2021-05-15" })
  expect(registrationState(opening, "2021-02-28")).toBe("soon")
  expect(registrationState(opening, "2021-03-01")).toBe("open")
})

test("for what is over one can register no more, whatever its deadline says", () => {
  const over = event({ url: "https://example.org/" }, { when: { start: "2021-05-01", end: "2021-05-03" } })
  expect(registrationState(over, "2021-05-03")).toBe(undefined)
  expect(registrationState(over, "2021-05-04")).toBe("closed")
})

test("where nothing tells, nothing is said: no day given, nothing stated, or the event cancelled", () => {
  expect(registrationState(event({ closes: "2021-05-15" }), undefined)).toBe(undefined)
  expect(registrationState(event({ url: "https://example.org/" }), "2021-05-15")).toBe(undefined)
  expect(registrationState(event(undefined), "2021-05-15")).toBe(undefined)
  expect(registrationState(event({ closes: "2021-05-15" }, { eventStatus: "EventCancelled" }), "2021-05-01")).toBe(
    undefined,
  )
})
