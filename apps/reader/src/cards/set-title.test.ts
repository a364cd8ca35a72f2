import { expect, test } from "vitest"
import { setTitle } from "./set-title.js"

const frame = {
  sizes: [40, 20, 10],
  width: 400,
  height: 120,
  leading: 1,
  widthOf: (text: string, size: number) => text.length * size * 0.5,
}

test("a short title is set large, its lines about equally long", () => {
  expect(setTitle("One title", frame)).toEqual({ lines: ["One title"], size: 40 })
  expect(setTitle("Twenty-one letters and one", frame)).toEqual({ lines: ["Twenty-one", "letters and one"], size: 40 })
})

test("a longer title is set smaller, and one that never fits is cut at a word", () => {
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ")
  expect(setTitle(words(20), frame).size).toBe(20)
  const { lines, size } = setTitle(words(300), frame)
  expect([lines.length, size]).toEqual([12, 10])
  expect(lines.at(-1)).toMatch(/ word…$/)
  for (const line of lines) expect(frame.widthOf(line, size)).toBeLessThanOrEqual(frame.width)
})

test("a space that does not break keeps its words together, and a word without an end is broken", () => {
  expect(setTitle("a title of its own «\u00a0here\u00a0»", frame).lines.at(-1)).toMatch(/«\u00a0here\u00a0»$/)
  for (const line of setTitle("x".repeat(100), frame).lines) expect(line.length).toBeLessThanOrEqual(40)
  expect(setTitle("", frame).lines).toEqual([])
})
