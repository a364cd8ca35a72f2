import { expect, test } from "vitest"
import { parseListing } from "./parse.js"

const relationsOf = (...titles: string[]) => {
  const text = titles.map((title, at) => `${title}\n\n${28 - at} June 2021\n\nThe text...\n\nRead More\n`).join("\n")
  const { items } = parseListing(text, { source: "s", retrievedAt: "2021-09-10T12:00:00Z" })
  const ids = items.map(({ id }) => id)
  return items.map(({ relations }) => relations.map(({ rel, id }) => `${rel} ${ids.indexOf(id)}`))
}

test("a call leads to the course of the same name, and back", () => {
  expect(relationsOf("Advanced Prevention Course 2021", "Call for applications: Advanced Prevention Course")).toEqual([
    ["hasCall 1"],
    ["callFor 0"],
  ])
})

test("two words in common are no name: most courses are prevention courses", () => {
  expect(relationsOf("Prevention course in June", "Call for applications: prevention course in July")).toEqual([[], []])
})

test("where two courses have the name, none is linked, because the text does not show which", () => {
  expect(
    relationsOf(
      "Advanced Prevention Course, spring",
      "Advanced Prevention Course, autumn",
      "Call for applications: Advanced Prevention Course",
    ),
  ).toEqual([[], [], []])
})

test("a call of one year does not lead to the course of another", () => {
  expect(
    relationsOf("Call for applications: Advanced Prevention Course 2022", "Advanced Prevention Course 2020"),
  ).toEqual([[], []])
})
