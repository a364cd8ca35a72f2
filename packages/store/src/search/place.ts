/**
 * A number by which the search index knows an item, so that its hits come in the order of lists: the newest have the
 * highest. It is made of the item's sort key and, below that, of its `number`, so that undated items are below all
 * others. There is room for years to 9999 and 536 million lines of the log within the whole numbers that JavaScript holds
 * exactly.
 */
export const placeOf = (issuedKey: string, number: number): number => rankOf(issuedKey) * room + number

/** Places from the first, before the second. */
export type Places = { from: number; before: number }

/** The places of one sort key. */
export const placesOf = (key: string): Places => ({ from: rankOf(key) * room, before: (rankOf(key) + 1) * room })

/** The places of sort keys from one text up to another, which may be less than a whole key: see `Part`. */
export const placesBetween = (from = "", to = "~"): Places => ({
  from: rankOf(from) * room,
  before: (rankOf(to) + (isWhole(to) ? 1 : 0)) * room,
})

const room = 2 ** 29
const marks = "<=>?"

/** Rises with the key: four ranks a day, for the marks that a key can have after it. */
function rankOf(key: string): number {
  if (key === "") return 0
  if (key === "0") return 4
  if (key === "~") return 2 ** 24 - 1
  return (dayNumber(key.slice(0, 10)) + 1) * 4 + Math.max(0, marks.indexOf(key.slice(10, 11)))
}

const isWhole = (key: string) => key === "" || key.length > 10

/** Days since the first of January of the year 0000. */
const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + 719_528
