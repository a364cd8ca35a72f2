import type { Dateline } from "./dateline.js"
import type { IssueCode } from "./issue.js"
import type { DatelineAt } from "./layout.js"
import type { Range, Text } from "./text.js"

/** The dateline of an item, its ranges counted from the start of the listing, and the lines that it stands on. */
export type DraftDateline = Dateline & { lines: Range[] }

/** A dateline over one or two lines, its ranges counted from the start of the listing. */
export function mergeDatelines(datelines: readonly DatelineAt[]): DraftDateline | undefined {
  if (datelines.length === 0) return undefined
  const moved = datelines.map(({ start, dateline }) => move(dateline, start))
  const [date, mode] = [moved.find((one) => one.date)?.date, moved.find((one) => one.mode)?.mode]
  return {
    lines: datelines.map(({ start, end }) => ({ start, end })),
    places: moved.flatMap(({ places }) => places),
    bodies: moved.flatMap(({ bodies }) => bodies),
    leaked: moved.flatMap(({ leaked }) => leaked),
    ...(date && { date }),
    ...(mode && { mode }),
  }
}

function move({ date, mode, places, bodies, leaked }: Dateline, by: number): Dateline {
  const moved = <Found extends Range>(found: Found): Found => ({
    ...found,
    start: found.start + by,
    end: found.end + by,
  })
  return {
    ...(date && { date: moved(date) }),
    ...(mode && { mode: moved(mode) }),
    places: places.map(moved),
    bodies: bodies.map(moved),
    leaked: leaked.map(moved),
  }
}

/** Says what an editor should look at in a dateline. */
export function noteDateline(
  text: Text,
  { date, places, leaked }: Dateline,
  note: (range: Range, code: IssueCode, hint?: string) => void,
): void {
  if (date?.problem !== undefined) note(date, "impossible-date", date.problem)
  else if (date?.doubt !== undefined) note(date, "partial-date", date.doubt)
  else if (date && !date.hasYear) note(date, "partial-date", noYear)
  if (date?.wrongWeekday) note(date, "wrong-weekday")
  for (const range of leaked) note(range, "leaked-label")
  for (const { doubt, suggestion, ...range } of places)
    if (doubt === "unknown") note(range, "unknown-place")
    else if (doubt === "misspelt")
      note(range, "misspelt-place", `No place of this name is known; did you mean “${suggestion}”?`)
}

const noYear = "The year is not said, and none was made up; add it in the source."

/** The words of a dateline that make its date an event's: a way to attend, or a range. */
export function eventWords({ raw }: Text, { date, mode }: Dateline): string | undefined {
  const isRange = date?.isRange === true && date.edtf !== undefined
  return mode ? raw.slice(mode.start, mode.end) : isRange ? raw.slice(date.start, date.end) : undefined
}
