import { expect, test } from "vitest"
import { createWaiting } from "./waiting.js"

test("each client may wait in so many places, and has one more when it ends one", () => {
  const { begin } = createWaiting({ perClient: 2, inAll: 10 })
  const end = begin("198.51.100.1")
  expect([begin("198.51.100.1"), begin("198.51.100.1")]).toEqual([expect.any(Function), "perClient"])
  expect(begin("198.51.100.2")).toEqual(expect.any(Function))
  if (typeof end !== "string") [end, end].forEach((again) => again())
  expect([begin("198.51.100.1"), begin("198.51.100.1")]).toEqual([expect.any(Function), "perClient"])
})

test("in all no more wait than may, whoever they are, and this machine only counts there", () => {
  const { begin } = createWaiting({ perClient: 1, inAll: 3 })
  expect([begin(undefined), begin(undefined), begin("198.51.100.1"), begin("198.51.100.2")]).toEqual([
    expect.any(Function),
    expect.any(Function),
    expect.any(Function),
    "inAll",
  ])
})
