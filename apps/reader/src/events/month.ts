import { formatEdtf } from "@pg/domain/dates"
import { daysInMonth } from "@pg/domain/dates"
import type { PageLocale } from "../messages/languages.js"

/** A month as `2021-06`, from 0001-01, with which HTML's calendar begins, to 9999-12. */
export const isMonth = (text: string): boolean => /^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/.test(text)

/** The month so many after another, or before it; undefined outside of the calendar. */
export function monthAfter(month: string, count = 1): string | undefined {
  const number = numberOf(month) + count
  const text = `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`
  return isMonth(text) ? text : undefined
}

/** "June 2021", « juin 2021 ». */
export const nameMonth = (month: string, locale: PageLocale): string => formatEdtf(month, locale)

/** The days of a month in weeks from Monday to Sunday, each as `2021-06-15`; undefined where a day is another month's. */
export function weeksOf(month: string): (string | undefined)[][] {
  const [year = 0, number = 0] = month.split("-").map(Number)
  const before = (dateOf(`${month}-01`).getUTCDay() + 6) % 7
  const length = daysInMonth(year, number)
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday + 1 - before
      return day < 1 || day > length ? undefined : `${month}-${String(day).padStart(2, "0")}`
    }),
  )
}

/** The weekdays in a language, from Monday. */
export const weekdays = (locale: PageLocale): string[] =>
  (names[locale] ??= ["01", "02", "03", "04", "05", "06", "07"].map((day) => {
    const name = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" })
    return name.format(dateOf(`2024-01-${day}`)) // a Monday to Sunday
  }))

/** How many days lie between two days, 0 for the same. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dateOf(to).getTime() - dateOf(from).getTime()) / 86_400_000)

const names: Partial<Record<PageLocale, string[]>> = {}

const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)
