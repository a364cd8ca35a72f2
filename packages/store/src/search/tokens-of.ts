import { bodies, type Item, kindOf, labelOf } from "@pg/domain"
import { analyse } from "./analyse.js"
import { plainText } from "./plain-text.js"

/** The different tokens of all that can be searched in an item, in its own language. */
export function tokensOf(item: Item): string[] {
  const tokens = new Set<string>()
  for (const text of textsOf(item)) for (const { token } of analyse(text, item.locale)) tokens.add(token)
  return [...tokens]
}

/** A body's id is searched by its names. */
function textsOf(item: Item): string[] {
  const { kicker, title, subtitle, summary, body, people } = item
  const kind = kindOf(item)
  const places = kind.places(item).flatMap(({ name, venue, city }) => [name, venue, city])
  const names = item.bodies.map((id) => labelOf(bodies, id, item.locale))
  const texts = [kicker, title, subtitle, summary, body === undefined ? undefined : plainText(body)]
  return [...texts, ...people, ...names, ...places, ...kind.texts(item)].filter((text) => text !== undefined)
}
