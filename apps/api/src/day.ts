/** The day, YYYY-MM-DD, that an instant is on where the organisation sits: what is upcoming is so by the clock of Strasbourg. */
export const dayOf = (instant: Date): string => days.format(instant)

const days = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Paris",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
})
