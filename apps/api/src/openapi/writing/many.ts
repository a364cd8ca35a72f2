import { Locale, Source } from "@pg/domain"
import * as z from "zod"
import { apiPath } from "../../site.js"
import { schemaRef } from "../component-schemas.js"
import { text } from "../operation.js"
import { newsExample } from "./items.js"
import { json, told, type WriteOperation } from "./operation.js"
import { changeParameters, idempotencyKey, validateOnly } from "./parameters.js"

const { name } = Source.shape
const ndjson = "application/x-ndjson"
const lines = { schema: text, example: `${JSON.stringify(newsExample)}\n` }

const listing = `strasbourg 31 august 2021

Ministers meet

They met in Strasbourg.

Read More
`

/** Many items in one request, each with a result of its own. */
export const manyWrites: readonly WriteOperation[] = [
  {
    path: `${apiPath}/items:batch`,
    method: "post",
    id: "writeItems",
    tag: "writing",
    summary: "Many items, each with its own result",
    description:
      "Up to 1,000 as JSON; any number as NDJSON, which is answered line by line (each a BatchResult) while they are written. Each is written as if it had been sent alone: one that fails, of NDJSON also a line that is too long or not in UTF-8, keeps no other back. Where the server itself fails, or what comes cannot be read on, the last line has `brokenOff`: what was sent after it has not been tried. One that is there already says by its `revision` which one of it was read. With an `Idempotency-Key` a batch that was broken off is sent again, and goes on.",
    scope: "items:write",
    parameters: [...changeParameters, validateOnly, idempotencyKey],
    body: {
      required: true,
      content: {
        "application/json": { schema: schemaRef("BatchInput"), example: [newsExample] },
        [ndjson]: lines,
      },
    },
    successes: {
      200: {
        description: "What came of each item, in their order.",
        headers: [],
        content: { ...json("BatchResults"), [ndjson]: { schema: text } },
      },
    },
    failures: [400, 413, 415, 422],
    example: { path: `${apiPath}/items:batch` },
  },
  {
    path: `${apiPath}/listings`,
    method: "post",
    id: "importListing",
    tag: "writing",
    summary: "A listing, as text",
    description:
      "Its items are read and written; those that were read before are merged, field by field, with what an editor has done since. What both have changed stays as it is, and waits to be decided (`conflicts`). To read the same again writes nothing.",
    scope: "items:write",
    parameters: [
      {
        name: "source",
        in: "query",
        description: "The source's own name: a part of what the items' ids are made from.",
        schema: { type: "string", minLength: 1, maxLength: name.maxLength ?? 500, default: "newsroom listing" },
      },
      { name: "sourceUrl", in: "query", description: "Where it was found.", schema: { type: "string", format: "uri" } },
      {
        name: "locale",
        in: "query",
        description: "Its language, where that is known; else its words tell.",
        schema: { type: "string", pattern: z.toJSONSchema(Locale).pattern },
        example: "en",
      },
      {
        name: "action",
        in: "query",
        description: "What is done with items that are new: drafts, where it is absent.",
        schema: { type: "string", enum: ["edit", "submit", "publish"], default: "edit" },
      },
      validateOnly,
      idempotencyKey,
    ],
    body: { required: true, content: { "text/plain": { schema: text, example: listing } } },
    successes: { 200: told("ListingResults", "What was read, and what came of each item.") },
    failures: [400, 413, 415, 422],
    example: { path: `${apiPath}/listings?validate-only`, mediaType: "text/plain" },
  },
]
