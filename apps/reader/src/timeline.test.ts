import type { Facet } from "@pg/domain"
import { expect, test } from "vitest"
import { timelineOf } from "./timeline.js"

const facet = (name: Facet["name"], counts: Record<string, number>): Facet => ({
  name,
  values: Object.entries(counts)
    .map(([value, count]) => ({ value, count, countIfChosen: count }))
    .toSorted((a, b) => (a.value < b.value ? 1 : -1)),
  more: 0,
})
const few = [
  facet("issued.year", { "2020": 1, "2021": 3 }),
  facet("issued.month", { "2020-12": 1, "2021-03": 2, "2021-06": 1 }),
]
const many = [
  facet("issued.year", { "1999": 1, "2010": 2, "2021": 3 }),
  facet("issued.month", { "2010-05": 2, "2021-03": 3 }),
]

test("a few years are shown by month, each from January to December", () => {
  const timeline = timelineOf(few, {}, "issued")
  expect(timeline).toMatchObject({ unit: "month", span: "2020/2021" })
  expect(timeline?.bars).toHaveLength(24)
  expect(timeline?.bars.filter(({ count }) => count > 0)).toEqual([
    { value: "2020-12", count: 1, isChosen: false },
    { value: "2021-03", count: 2, isChosen: false },
    { value: "2021-06", count: 1, isChosen: false },
  ])
})

test("many years are shown as years, those of nothing too", () => {
  const timeline = timelineOf(many, {}, "issued")
  expect(timeline).toMatchObject({ unit: "year", span: "1999/2021" })
  expect(timeline?.bars).toHaveLength(23)
})

test("a year that is asked for among many is shown by month, and leads to its nearest neighbours", () => {
  expect(timelineOf(many, { issued: "2010" }, "issued")).toMatchObject({
    unit: "month",
    span: "2010",
    before: "1999",
    after: "2021",
  })
  expect(timelineOf(many, { issued: "2010" }, "issued")?.bars.filter(({ isChosen }) => isChosen)).toHaveLength(12)
  expect(timelineOf(many, { issued: "2010-05-12" }, "issued")).toMatchObject({ unit: "month", span: "2010" })
})

test("a span that is open is shown as far as there is something", () => {
  expect(timelineOf(many, { issued: "2020.." }, "issued")).toMatchObject({
    unit: "month",
    span: "2020/2021",
    before: "2010",
  })
  expect(timelineOf(many, { issued: "..2015" }, "issued")).toMatchObject({ unit: "year" })
  expect(timelineOf(many, { issued: "1950" }, "issued")).toMatchObject({ unit: "year", span: "1999/2021" })
})

test("what has no date has no timeline", () => {
  expect(timelineOf([facet("issued.year", {})], {}, "issued")).toBe(undefined)
  expect(timelineOf(undefined, {}, "issued")).toBe(undefined)
  const undated = [facet("issued.year", { "2021": 3 }), facet("issued.month", {})]
  expect(timelineOf(undated, { missing: ["issued"] }, "issued")).toBe(undefined)
})

test("a timeline of events is of when they take place, whatever moves with the day", () => {
  const events = [facet("when.year", { "2020": 1 }), facet("when.month", { "2020-12": 1 }), ...many]
  expect(timelineOf(events, { when: "past", issued: "2010" }, "when")).toMatchObject({ unit: "month", span: "2020" })
  const bars = timelineOf(events, { when: "2020-12" }, "when")?.bars.filter(({ isChosen }) => isChosen)
  expect(bars).toEqual([{ value: "2020-12", count: 1, isChosen: true }])
})
