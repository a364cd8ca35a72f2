/**
 * A number by which the search index knows an item, so that its hits come in the order of lists: the newest have the
 * highest. It is made of the item's sort key and, below that, of its `number`, so that of one day what came into the
 * archive later is higher; undated items are below all others. There is room for years to 9999 and 536 million lines of
 * the log within the whole numbers that JavaScript holds exactly.
 */
export const placeOf = (issuedKey: string, number: number): number => rankOf(issuedKey) * room + number

/** The item's number in its place. */
export const numberIn = (place: number): number => place % room

/** The places of sort keys from `from` up to `to`, which may be beginnings of keys: from the first, before the second. */
export const placesBetween = (from = "", to = "~"): { from: number; before: number } => ({
  from: rankOf(from) * room,
  before: (isWhole(to) ? rankOf(to) + 1 : rankOf(to)) * room,
})

/** Items that have a date have a place from here on. */
export const firstDated = 4 * 2 ** 29

const room = 2 ** 29
const marks = "<=>?"

/** Rises with the key: four ranks a day, for the marks that a key can have after it. */
function rankOf(key: string): number {
  if (key === "") return 0
  if (key === "0") return 4
  if (key === "~") return 2 ** 24 - 1
  const mark = Math.max(0, marks.indexOf(key.slice(10, 11)))
  return (dayNumber(key.slice(0, 10)) + 1) * 4 + mark
}

const isWhole = (key: string) => key === "" || key.length > 10

/** Days since the first of January of the year 0000. */
const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 719_528
