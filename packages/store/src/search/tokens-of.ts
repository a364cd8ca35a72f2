import { bodies, type Item, labelOf } from "@pg/domain"
import { analyse } from "./analyse.js"
import { plainText } from "./plain-text.js"

/** The different tokens of all that can be searched in an item, in its own language. */
export function tokensOf(item: Item): string[] {
  const tokens = new Set<string>()
  for (const text of textsOf(item)) for (const { token } of analyse(text, item.locale)) tokens.add(token)
  return [...tokens]
}

/** The fields that are searched, where an item's kind has them. A body's id is searched by its names. */
const fields = [
  "kicker",
  "title",
  "subtitle",
  "summary",
  "people",
  "location",
  "additionalLocations",
  "sessions",
].concat(["organisers", "contributors", "publisher", "reference", "isbn", "doi"])

const notText = new Set(["country", "eventAttendanceMode", "when", "type", "role", "url"])

function* textsOf(item: Item): Generator<string> {
  for (const field of fields) yield* textsIn((item as Record<string, unknown>)[field])
  if (item.body !== undefined) yield plainText(item.body)
  for (const body of item.bodies) yield labelOf(bodies, body, item.locale)
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value
  else if (Array.isArray(value)) for (const entry of value) yield* textsIn(entry)
  else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) if (!notText.has(key)) yield* textsIn(inner)
}
