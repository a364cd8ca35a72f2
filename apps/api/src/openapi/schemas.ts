import * as z from "zod"
import { anyOfFilters, ChangeEntry, facetNames, Item, ItemChange, kinds, Tombstone, WebhookEvent } from "@pg/domain"

const FacetValue = z.object({
  value: z.string().describe("What to set the filter to."),
  label: z.string().optional().describe("Its name, where it is a term of a vocabulary."),
  count: z.int().nonnegative().describe("How many items of this answer have it."),
  countIfChosen: z.int().positive().describe("How many items the answer has if this filter is set to it alone."),
})

const Facet = z
  .object({
    name: z.enum(facetNames),
    values: z.array(FacetValue).max(100),
    more: z.int().nonnegative().describe("How many other values there are."),
  })
  .describe("By what a list can be narrowed; no value that is offered leads to an empty list.")

const Highlight = z
  .object({
    field: z.enum(["title", "summary", "body"]),
    text: z.string(),
    marks: z.array(z.array(z.int()).length(2)).describe("Where the found words stand in `text`: from, to (exclusive)."),
  })
  .describe("A part of an item's text in which the search found something.")

const Unmatched = z
  .object({
    parameter: z.enum(anyOfFilters),
    value: z.string(),
    suggestion: z.string().optional().describe("The value that was probably meant."),
  })
  .describe("A value of a filter that no item has.")

const Related = z
  .object({
    rel: z.string(),
    item: z.object({ id: z.uuid(), kind: z.string(), locale: z.string(), slug: z.string(), title: z.string() }),
  })
  .describe("An item that another is related to, and how.")

/** An item of which only some fields were asked for. */
const PartialItem = z
  .looseObject({ id: z.uuid(), kind: z.enum(kinds.map(({ name }) => name)) })
  .describe("An item of which only the fields that were asked for are given (`fields`, `profile`); each is as in Item.")

const Page = z
  .object({
    items: z.array(z.union([Item, PartialItem])),
    next: z.string().optional().describe("The cursor of the next page; absent on the last."),
    total: z.int().nonnegative().describe("How many items all pages have."),
    totalIsAtLeast: z.literal(true).optional().describe("Where it is there, `total` were counted and there are more."),
    facets: z.array(Facet).optional(),
    didYouMean: z.string().optional().describe("A `q` that finds something, where this one finds nothing."),
    unmatched: z
      .array(Unmatched)
      .optional()
      .describe("Where the list has no item: values of filters that no item has, as misspelt ones."),
    acronyms: z
      .array(z.object({ short: z.string(), long: z.string(), locale: z.string() }))
      .optional()
      .describe("Acronyms of the field that `q` names by one of their forms and that are looked for by both."),
    related: z.record(z.string(), z.array(Related)).optional().describe("By item id; with `include=relations`."),
    bodyHtml: z
      .record(z.string(), z.string())
      .optional()
      .describe("Bodies as sanitised HTML, by item id; with `include=bodyHtml`."),
    highlights: z.record(z.string(), z.array(Highlight)).optional().describe("By item id; with `q`."),
  })
  .describe("One page of a list.")

const Changes = z
  .object({
    changes: z.array(ChangeEntry),
    next: z.string().describe("The cursor to go on from, as `since`."),
  })
  .describe("What happened, oldest first.")

const Vocabularies = z
  .object({
    vocabularies: z.array(
      z.object({
        name: z.string(),
        url: z.url(),
        parameter: z.string().describe("The parameter of lists that takes its ids."),
        count: z.int().nonnegative(),
      }),
    ),
  })
  .describe("The vocabularies that there are.")

const Vocabulary = z
  .object({
    name: z.string(),
    parameter: z.string().describe("The parameter of lists that takes its ids."),
    terms: z.array(
      z.object({
        id: z.string(),
        prefLabel: z.record(z.string(), z.string()).optional().describe("Its name, by language."),
        altLabel: z
          .record(z.string(), z.array(z.string()))
          .optional()
          .describe("Other names and acronyms, by language."),
        kinds: z.array(z.string()).optional().describe("Of a type: the kinds of item that have it."),
      }),
    ),
  })
  .describe("The terms of a vocabulary (SKOS concepts); items may have others.")
const History = z
  .object({ changes: z.array(ItemChange).max(100) })
  .describe("What has become of one item, newest first: its major changes and those with a note.")

/** What went wrong, as every address says it. */
export const Problem = z
  .object({
    type: z.string().describe("`about:blank`, or `urn:pg:problem:…` where there is more to it than its status."),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    suggestion: z.string().optional().describe("The nearest address at which there is something."),
    requestId: z.string().optional().describe("What the server's log calls the request."),
    at: Tombstone.shape.at.optional().describe("When the item that was here was removed."),
    state: Tombstone.shape.state.optional().describe("How it went: `withdrawn` may come back."),
    reason: z.string().optional().describe("Why it was removed, where that was said."),
    errors: z
      .array(z.object({ parameter: z.string(), detail: z.string(), suggestion: z.string().optional() }))
      .optional()
      .describe("Each parameter that is wrong, and what was probably meant."),
  })
  .describe("What went wrong: RFC 9457.")

const Suggestions = z
  .object({
    completions: z.array(z.string()).describe("What `q` may become; each finds something."),
    items: z.array(
      z.object({ id: z.uuid(), kind: z.string(), locale: z.string(), slug: z.string(), title: z.string() }),
    ),
  })
  .describe("For a search field in which somebody writes.")

const Linkset = z.object({ linkset: z.array(z.looseObject({ anchor: z.string() })) }).describe("Typed links: RFC 9264.")

/** What answers to those who read hold, by the names under which the document has it. */
export const readSchemas = {
  ...Object.fromEntries(kinds.map(({ name, schema }) => [name[0]?.toUpperCase() + name.slice(1), schema])),
  Item,
  PartialItem,
  ChangeEntry,
  ItemChange,
  Tombstone,
  Facet,
  Highlight,
  Related,
  Unmatched,
  Page,
  Changes,
  Vocabularies,
  Vocabulary,
  History,
  Problem,
  Suggestions,
  Linkset,
  WebhookEvent: WebhookEvent.describe("What a webhook is sent: a line of the log, and what happened by it."),
}
