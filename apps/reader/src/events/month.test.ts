import { expect, test } from "vitest"
import { isMonth, monthAfter, weekdays, weeksOf } from "./month.js"

test("a month is a year of four digits and a number from 01 to 12; there is no year 0", () => {
  for (const month of ["2021-06", "0001-01", "9999-12"]) expect(isMonth(month), month).toBe(true)
  for (const text of ["2021-13", "2021-00", "0000-05", "0000-00", "99999-01", "2021-6", "2021", "", "2021-06-01"])
    expect(isMonth(text), text).toBe(false)
})

test("after December comes January of the next year, and outside of the calendar comes nothing", () => {
  expect(monthAfter("2021-12")).toBe("2022-01")
  expect(monthAfter("2021-01", -1)).toBe("2020-12")
  expect(monthAfter("9999-12")).toBe(undefined)
  expect(monthAfter("0001-01", -1)).toBe(undefined)
})

test("a month's weeks begin on Monday, and its days are each there once", () => {
  const weeks = weeksOf("2021-06") // began on a Tuesday
  expect(weeks[0]?.slice(0, 2)).toEqual([undefined, "2021-06-01"])
  expect(weeks.flat().filter((day) => day !== undefined)).toHaveLength(30)
  for (const week of weeks) expect(week).toHaveLength(7)
  expect(weeksOf("2021-02")).toHaveLength(4) // of 28 days, from Monday on
  expect(weeksOf("2024-02").flat()).toContain("2024-02-29")
  expect(weeksOf("0001-01")[0]?.[0]).toBe("0001-01-01")
})

test("weekdays have the names of the page's language", () => {
  expect(weekdays("en")[0]).toBe("Monday")
  expect(weekdays("fr").at(-1)).toBe("dimanche")
})
