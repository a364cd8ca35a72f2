/** The day, YYYY-MM-DD, that an instant is on where the organisation sits: what is upcoming is so by the clock of Strasbourg. */
export function dayOf(instant: Date): string {
  // A day there begins on the hour by every clock that matters here, and asking the calendar takes as long as a whole answer.
  const hour = Math.floor(instant.getTime() / 3_600_000)
  if (last?.hour !== hour) last = { hour, day: days.format(instant) }
  return last.day
}

let last: { hour: number; day: string } | undefined

const days = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})
