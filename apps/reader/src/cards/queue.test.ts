import { expect, test } from "vitest"
import { createQueue } from "./queue.js"

const value = (text: string) => () => Promise.resolve(text)

test("what is asked for twice is made once, and what failed is made anew", async () => {
  const queue = createQueue<string>({ mostKept: 5, mostWaiting: 5 })
  await expect(queue("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no")
  expect(await queue("a", value("made"))).toBe("made")
  expect(await queue("a", value("made again"))).toBe("made")
})

test("who asks while too many wait is sent away, and may come again", async () => {
  const queue = createQueue<string>({ mostKept: 5, mostWaiting: 2 })
  const both = [queue("a", value("a")), queue("b", value("b"))]
  expect(queue("c", value("c"))).toBeUndefined()
  expect([await both[0], await both[1]]).toEqual(["a", "b"])
  expect(await queue("c", value("c"))).toBe("c")
})

test("no more are kept than may be, the first goes first", async () => {
  const queue = createQueue<string>({ mostKept: 2, mostWaiting: 5 })
  for (const key of ["a", "b", "c"]) await queue(key, value(key))
  expect(await queue("c", value("again"))).toBe("c")
  expect(await queue("a", value("again"))).toBe("again")
})
