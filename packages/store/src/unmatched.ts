import {
  anyOfFilters,
  bodies,
  type Concept,
  type ItemQuery,
  kinds,
  nearest,
  topics,
  toSlug,
  type Unmatched,
} from "@pg/domain"
import type { Asked } from "./filters.js"
import type { Db, TermField } from "./schema.js"
import { valuesOf } from "./values-of.js"

/** The values of a question's filters that no listed item has, each with the one that was probably meant. */
export async function unmatchedIn(asked: Asked, query: ItemQuery): Promise<Unmatched[]> {
  const unmatched: Unmatched[] = []
  for (const parameter of anyOfFilters) {
    const values = query[parameter] ?? []
    if (values.length === 0) continue
    const had = await hadBy(asked.db, parameter, values)
    for (const value of values.filter((one) => !had.has(one)).slice(0, mostTold)) {
      const suggestion = await meantBy(asked, parameter, value)
      unmatched.push({ parameter, value, ...(suggestion !== undefined && { suggestion }) })
    }
  }
  return unmatched
}

/** Whoever asks for more at once has made no slip of the pen. */
const mostTold = 10
/** Of a field that has more values than these, as people may, none is suggested but the vocabulary's. */
const mostCompared = 5000

async function hadBy(db: Db, field: TermField, values: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("terms")
    .select("value")
    .distinct()
    .where("field", "=", field)
    .where("value", "in", values)
    .execute()
  return new Set(rows.map(({ value }) => value))
}

/** What leads to items goes before what the vocabulary alone has. */
async function meantBy({ db, recalled }: Asked, field: TermField, value: string): Promise<string | undefined> {
  const used = await recalled(`first values of ${field}`, () => valuesOf(db, field, mostCompared))
  const known = used.length < mostCompared ? used : []
  const others = [...known, ...(vocabularies[field] ?? [])].filter((one) => one !== value)
  return named(field, value) ?? nearest(value, others) ?? others.find((one) => hasWords(one, value))
}

const concepts: { readonly [Field in TermField]?: readonly Concept[] } = { topic: topics, body: bodies }

const vocabularies: { readonly [Field in TermField]?: readonly string[] } = {
  topic: topics.map(({ id }) => id),
  body: bodies.map(({ id }) => id),
  type: kinds.flatMap(({ types }) => types),
}

/** The term that is called so in some language. */
const named = (field: TermField, value: string): string | undefined =>
  concepts[field]?.find(
    ({ id, prefLabel, altLabel }) =>
      id !== value &&
      [...Object.values(prefLabel), ...Object.values(altLabel).flat()].some((label) => toSlug(label) === value),
  )?.id

/** Whether a slug has all words of another: `pompidou-group` those of `pompidou`. */
function hasWords(slug: string, value: string): boolean {
  const words = slug.split("-")
  return value.length > 2 && value.split("-").every((word) => words.includes(word))
}
