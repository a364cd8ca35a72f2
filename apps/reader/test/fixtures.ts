import { readdirSync, readFileSync } from "node:fs"
import { type Item, type KindName, parseItem } from "@pg/domain"

const folder = new URL("../../../packages/domain/fixtures/", import.meta.url)

/** The domain's examples of every kind. */
export const fixtures: readonly Item[] = readdirSync(folder).flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, folder)).map((file) =>
    parseItem(JSON.parse(readFileSync(new URL(`${kind}/${file}`, folder), "utf8"))),
  ),
)

/** One of the domain's examples, with some of its fields changed. Throws where there is none of that name. */
export function fixture<K extends KindName>(
  kind: K,
  slug: string,
  changes: Partial<Item> = {},
): Extract<Item, { kind: K }> {
  const item = fixtures.find((candidate) => candidate.kind === kind && candidate.slug === slug)
  if (!item) throw new Error(`The domain has no example ${kind}/${slug}`)
  return parseItem({ ...item, ...changes }) as Extract<Item, { kind: K }>
}
