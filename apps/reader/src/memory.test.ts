import { expect, test } from "vitest"
import { createMemory } from "./memory.js"

test("what is known is not made again", () => {
  const memory = createMemory<string>(2)
  expect(memory("a", () => "first")).toBe("first")
  expect(memory("a", () => "second")).toBe("first")
})

test("a memory never holds more than it may", () => {
  const memory = createMemory<string>(2)
  for (const key of ["a", "b", "c"]) memory(key, () => key)
  expect(memory("a", () => "made again")).toBe("made again")
  expect(memory("c", () => "made again")).toBe("c")
})

test("what a long address says is made anew each time, so that nobody fills the memory with it", () => {
  const memory = createMemory<object>(2)
  const long = "a".repeat(501)
  expect(memory(long, () => ({}))).not.toBe(memory(long, () => ({})))
})
