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
