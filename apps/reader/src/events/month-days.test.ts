import { type Item, parseItem, type When } from "@pg/domain"
import { expect, test } from "vitest"
import { toMonthDays } from "./month-days.js"
import { groupByMonth } from "./month-groups.js"

let made = 0
const event = (when: When | undefined, more: object = {}): Item =>
  parseItem({
    id: `00000000-0000-4000-8000-${String((made += 1)).padStart(12, "0")}`,
    kind: "event",
    locale: "en",
    slug: `event-${made}`,
    title: "An event",
    ...(when && { when }),
    ...more,
  })

test("what lasts several days stands on each of them that is in the month, and says which it is", () => {
  const { byDay } = toMonthDays([event({ start: "2021-05-30", end: "2021-06-02" })], "2021-06")
  expect([...byDay].map(([day, [thing]]) => [day, thing?.day, thing?.days])).toEqual([
    ["2021-06-01", 3, 4],
    ["2021-06-02", 4, 4],
  ])
})

test("on a day, what begins stands before what goes on", () => {
  const [long, short] = [event({ start: "2021-06-01", end: "2021-06-03" }), event({ start: "2021-06-02" })]
  const { byDay } = toMonthDays([long, short], "2021-06")
  expect(byDay.get("2021-06-02")?.map(({ item }) => item)).toEqual([short, long])
})

test("of a date that is no certain day no day is invented", () => {
  const whens = [
    { start: "2021-06" },
    { start: "2021" },
    { start: "2021-06-15?" },
    { start: "2021-06-01", end: "2021-06~" },
  ]
  const { byDay, sometime } = toMonthDays(
    whens.map((when) => event(when)),
    "2021-06",
  )
  expect(byDay.size).toBe(0)
  expect(sometime.map(({ when }) => when)).toEqual(whens)
  expect(toMonthDays([event({ start: "2021-07" }), event(undefined)], "2021-06").sometime).toEqual([])
})

test("each session of a course stands on its own days", () => {
  const course = event(undefined, {
    sessions: [
      { title: "I", when: { start: "2021-06-01" } },
      { title: "II", when: { start: "2021-06-20" } },
      { title: "III", when: { start: "2021-09-01" } },
    ],
  })
  expect([...toMonthDays([course], "2021-06").byDay.keys()]).toEqual(["2021-06-01", "2021-06-20"])
})

test("a course stands in the months between its modules on no day, and is not left out", () => {
  const when = { start: "2027-02-01", end: "2027-06-30" }
  const modules = ["2027-02-01", "2027-06-30"].map((start) => ({ title: "Module", when: { start } }))
  const course = event(when, { sessions: modules })
  const [february, march] = ["2027-02", "2027-03"].map((month) => toMonthDays([course], month))
  expect([[...(february?.byDay.keys() ?? [])], february?.meanwhile]).toEqual([["2027-02-01"], []])
  expect([march?.byDay.size, march?.meanwhile]).toEqual([0, [{ item: course, when }]])
})

test("a training of which not every module has dates stands on all of its days", () => {
  const sessions = [{ title: "I", when: { start: "2027-02-01" } }, { title: "II" }]
  const { byDay } = toMonthDays([event({ start: "2027-02-01", end: "2027-06-30" }, { sessions })], "2027-03")
  expect(byDay.size).toBe(31)
})

test("an agenda has each event once, under the month in which it begins", () => {
  const items = ["2021-06-01", "2021-06-30T09:00", "2021-07", "2021"].map((start) => event({ start }))
  expect(groupByMonth(items).map(({ month, items }) => [month, items.length])).toEqual([
    ["2021-06", 2],
    ["2021-07", 1],
    ["2021", 1],
  ])
  expect(groupByMonth(items, "2021-07-15").map(({ month }) => month)).toEqual(["begun", "2021-07", "2021"])
})
