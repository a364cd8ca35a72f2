import * as z from "zod"
import { InvalidInput } from "./errors.js"
import { issuesOf } from "./issues-of.js"
import type { Kind } from "./kind.js"
import { event } from "./kinds/event.js"
import { news } from "./kinds/news.js"
import { publication } from "./kinds/publication.js"

/** The kinds of item, in the order in which they are shown. A new kind is added here. */
export const kinds = [news, event, publication] as const

/** Anything that the organisation publishes: News, Event or Publication, told apart by `kind`. */
export const Item = z.discriminatedUnion("kind", [news.schema, event.schema, publication.schema])
export type Item = z.infer<typeof Item>

/** An item as it may be written: fields that have a default may be absent. */
export type ItemInput = z.input<typeof Item>

/** The name of a kind: `news`, `event` or `publication`. */
export type KindName = Item["kind"]

/** What each kind answers, by its name. */
export const kindsByName = Object.fromEntries(kinds.map((kind) => [kind.name, kind])) as {
  [Name in KindName]: Extract<(typeof kinds)[number], { name: Name }>
}

/** What the kind of an item answers, whichever that is: `kindOf(item).places(item)`. */
export const kindOf = (item: Item): Kind<KindName, typeof Item> =>
  kindsByName[item.kind] as unknown as Kind<KindName, typeof Item>

/**
 * Reads an item from outside, its absent lists and flags filled in. Throws InvalidInput, with the path of each field
 * that is wrong, and for a field that there is not the one that was meant.
 */
export function parseItem(value: unknown): Item {
  const result = Item.safeParse(value)
  if (result.success) return result.data
  const schema = kinds.find((kind) => kind.name === (value as { kind?: unknown } | null)?.kind)?.schema
  throw new InvalidInput(issuesOf(result.error, schema ? Object.keys(schema.shape) : kinds.map((kind) => kind.name)))
}
