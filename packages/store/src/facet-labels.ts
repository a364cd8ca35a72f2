import {
  bodies,
  type Concept,
  type Facet,
  type FacetName,
  type Item,
  kindOf,
  labelOf,
  topics,
  toSlug,
} from "@pg/domain"
import { sql } from "kysely"
import type { Db } from "./schema.js"

/**
 * A facet whose values have names: those of a vocabulary's terms, in a language such as `fr-CA` by that of `fr`; and those
 * of people and other bodies as the newest item that has them writes them.
 */
export async function labelled(db: Db, facet: Facet, locale: string): Promise<Facet> {
  const concepts = vocabularies[facet.name] ?? []
  const isKnown = (value: string) => concepts.some(({ id }) => id === value)
  const others = facet.values.map(({ value }) => value).filter((value) => !isKnown(value))
  const written = await readNames(db, facet.name, others)
  return {
    ...facet,
    values: facet.values.map(({ value, ...counts }) => {
      const label = isKnown(value) ? labelOf(concepts, value, locale.replace(/-.*/, "")) : written.get(value)
      return { value, ...(label !== undefined && { label }), ...counts }
    }),
  }
}

const vocabularies: { readonly [Name in FacetName]?: readonly Concept[] } = { topic: topics, body: bodies }

const namesIn: { readonly [Name in FacetName]?: (item: Item) => readonly string[] } = {
  body: (item) => item.bodies,
  person: (item) => [...item.people, ...kindOf(item).people(item)],
}

async function readNames(db: Db, field: FacetName, values: readonly string[]): Promise<Map<string, string>> {
  const namesOf = namesIn[field]
  if (!namesOf || values.length === 0) return new Map()
  // SQLite takes tables that are crossed in the order in which they stand.
  const { rows } = await sql<{ value: string; item: string | null }>`
    with asked (value) as (values ${sql.join(values.map((value) => sql`(${value})`))})
    select value, (
      select revisions.item from terms cross join items cross join revisions
      where terms.field = ${field} and terms.value = asked.value
        and items.id = terms.item_id and revisions.seq = items.seq
      order by terms.issued_key desc, terms.item_id desc limit 1
    ) as item from asked`.execute(db)
  return new Map(
    rows.flatMap(({ value, item }): [string, string][] => {
      const names = item === null ? [] : namesOf(JSON.parse(item) as Item)
      const name = names.find((name) => toSlug(name) === value)
      return name === undefined ? [] : [[value, name]]
    }),
  )
}
