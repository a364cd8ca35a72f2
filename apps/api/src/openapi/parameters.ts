import {
  type anyOfFilters,
  type FacetName,
  facetNames,
  includable,
  itemFields,
  type ItemQuery,
  kinds,
  missable,
  parameters,
  profiles,
  sorts,
} from "@pg/domain"
import { formats } from "@pg/formats"
import { vocabulariesPath } from "../site.js"

/** A parameter as OpenAPI 3.1 has it. */
export type Parameter = {
  name: string
  in: "query" | "path" | "header"
  description: string
  required?: true
  schema: object
  example?: unknown
  style?: "form"
  explode?: boolean
  allowEmptyValue?: true
}

type Said = { description: string; schema: object; example: unknown }

const text = (maxLength: number) => ({ type: "string", maxLength })
const listOf = (items: object) => ({ type: "array", items, maxItems: 50 })
const slugs = listOf({ type: "string", minLength: 1, maxLength: 120 })
const dateRange = {
  type: "string",
  maxLength: 60,
  pattern: String.raw`^(\d{4}(-\d\d){0,2}|\d{4}(-\d\d){0,2}\.\.(\d{4}(-\d\d){0,2})?|\.\.\d{4}(-\d\d){0,2})$`,
}

/** How long a list is where nobody says: formats that people take whole have more. */
const usualLimits = [
  "20",
  ...formats.flatMap(({ usualLimit, title }) => (usualLimit === undefined ? [] : [`${usualLimit} in ${title}`])),
].join(", ")

/** Where to look for values that lead to something. */
const inUse = (name: FacetName) => `\`facets=${name}\` tells those that items have.`

const said: Record<Exclude<keyof ItemQuery, `not.${string}`>, Said> = {
  q: {
    description:
      'What is to be found: words (all of them, in any order), `"a phrase"`, `-not`, `title:word`. Accents, case and endings do not matter.',
    schema: text(200),
    example: "prison -police",
  },
  kind: {
    description: "Kinds of item; only where the list is not of one kind already.",
    schema: listOf({ type: "string", enum: kinds.map(({ name }) => name) }),
    example: ["news", "event"],
  },
  type: {
    description: `Sorts of news, event or publication: ids of \`${vocabulariesPath}/types\`. ${inUse("type")}`,
    schema: slugs,
    example: ["meeting"],
  },
  topic: {
    description: `Ids of topics: those of \`${vocabulariesPath}/topics\`. ${inUse("topic")}`,
    schema: slugs,
    example: ["prisons"],
  },
  country: {
    description: "Countries that an item is about, or where it takes place: ISO 3166-1 alpha-2.",
    schema: listOf({ type: "string", pattern: "^[A-Za-z]{2}$" }),
    example: ["FR"],
  },
  body: {
    description: `Slugs of bodies' ids or names: ids are in \`${vocabulariesPath}/bodies\`. ${inUse("body")}`,
    schema: slugs,
    example: ["committee-of-ministers"],
  },
  person: { description: `Slugs of people's names. ${inUse("person")}`, schema: slugs, example: ["jane-doe"] },
  series: { description: `Ids of series. ${inUse("series")}`, schema: slugs, example: ["annual-meeting"] },
  locale: {
    description: "Languages of items: BCP 47.",
    schema: listOf({ type: "string", pattern: "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$" }),
    example: ["fr"],
  },
  issued: {
    description:
      "Day, month, year or range in which an item was issued. An item with an imprecise date is found by any of its days, one whose date is only inferred when all of its possible days are in the range.",
    schema: dateRange,
    example: "2021-03..2021-06",
  },
  when: {
    description: "Day, month, year or range on which it takes place; or `upcoming` (today or later) or `past`.",
    schema: { anyOf: [{ type: "string", enum: ["upcoming", "past"] }, dateRange] },
    example: "2021-06",
  },
  updated: {
    description: "Day, month, year or range, in UTC, of the last change.",
    schema: dateRange,
    example: "2021",
  },
  missing: {
    description: "Fields that an item does not say.",
    schema: listOf({ type: "string", enum: missable }),
    example: ["issued"],
  },
  sort: {
    description:
      "Order; `-` is newest or last first. An item of whose date only bounds are known stands where they end; one of which nothing is known comes last in every order. `relevance`, with `q` only and the usual order there: words in the title first.",
    schema: { type: "string", enum: sorts },
    example: "-updated",
  },
  limit: {
    description: `Items on a page. Where it is absent, ${usualLimits}.`,
    schema: { type: "integer", minimum: 1, maximum: 100 },
    example: 5,
  },
  cursor: {
    description: "The `next` of the page before, with the other parameters as they were.",
    schema: { type: "string", maxLength: 1000, pattern: "^[A-Za-z0-9_-]+$" },
    example: undefined,
  },
  fields: {
    description: "The fields wanted, or, each with a `-`, those that are not. JSON, NDJSON and CSV only.",
    schema: listOf({ type: "string", enum: [...itemFields, ...itemFields.map((field) => `-${field}`)] }),
    example: ["title", "issued", "when"],
  },
  profile: {
    description:
      "A usual choice of fields: `minimal` for links, `list` (usual on lists) without the long texts, `full` (usual on items). JSON, NDJSON and CSV only.",
    schema: { type: "string", enum: profiles },
    example: "minimal",
  },
  include: {
    description:
      "`source`: the lines that an item was read from; `relations`: title and address of related items; `bodyHtml`: bodies as sanitised HTML, which feeds have anyway; `deadlines`: registration deadlines in a calendar.",
    schema: listOf({ type: "string", enum: includable }),
    example: ["source"],
  },
  facets: {
    description: "By what the answer is to be counted. JSON only.",
    schema: listOf({ type: "string", enum: facetNames }),
    example: ["topic", "issued.year"],
  },
  feed: {
    description: "`changes`: a feed of what changed, with the notes that say why, and not of the items. Feeds only.",
    schema: { type: "string", enum: ["changes"] },
    example: undefined,
  },
}

const isNegated = (name: keyof ItemQuery): name is `not.${(typeof anyOfFilters)[number]}` => name.startsWith("not.")

function saying(name: keyof ItemQuery): Said {
  if (!isNegated(name)) return said[name]
  const turned = said[name.slice(4) as (typeof anyOfFilters)[number]]
  return { ...turned, description: `Items with none of these. ${turned.description}` }
}

/** Parameters of a question, in the order of the query string. Values of a list stand between commas, or the name repeats. */
export const queryParameters = (names: readonly (keyof ItemQuery)[] = parameters): Parameter[] =>
  names.map((name) => {
    const { description, schema, example } = saying(name)
    const isList = "items" in schema
    return {
      name,
      in: "query",
      description,
      schema,
      ...(isList && { style: "form", explode: false }),
      ...(example !== undefined && { example }),
    }
  })
