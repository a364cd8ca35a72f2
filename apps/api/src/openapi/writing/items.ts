import { apiPath } from "../../site.js"
import { schemaRef } from "../component-schemas.js"
import { idParameter } from "../items.js"
import { changeParameters, idempotencyKey, ifMatch, ifNoneMatch, validateOnly } from "./parameters.js"
import { type WriteOperation, written } from "./operation.js"

/** News as somebody sends it. */
export const newsExample = {
  kind: "news",
  locale: "en",
  title: "Ministers meet",
  summary: "They met in Strasbourg.",
  topics: ["drug-policy"],
}

const itemBody = {
  required: true,
  content: { "application/json": { schema: schemaRef("ItemInput"), example: newsExample } },
}

const patch = { schema: schemaRef("ItemPatch"), example: { title: "Ministers met", kicker: null } }

const created = written("What was written, new.", ["Location", "ETag", "Content-Location", "Idempotency-Replayed"])
const changed = written("What was written; or what was there, where nothing new was said.")

/** One item: new, whole, or in part. */
export const itemWrites: readonly WriteOperation[] = [
  {
    path: `${apiPath}/items`,
    method: "post",
    id: "createItem",
    tag: "writing",
    summary: "A new item, with an id from here",
    description:
      "It is a draft, unless `action` says otherwise. Send an `Idempotency-Key`, so that nothing is made twice when an answer is lost on its way.",
    scope: "items:write",
    parameters: [...changeParameters, validateOnly, idempotencyKey],
    body: itemBody,
    successes: { 200: written("What would have been written, had it not only been looked at."), 201: created },
    failures: [400, 409, 412, 413, 415, 422],
    example: { path: `${apiPath}/items`, headers: { "Idempotency-Key": "my-first-item" } },
  },
  {
    path: `${apiPath}/items/{id}`,
    method: "put",
    id: "putItem",
    tag: "writing",
    summary: "An item, written whole",
    description:
      "One that there is not is made, with this id; one that there is becomes this, with the slug that it has where none is sent. A change says by `If-Match` what it changes; where that is out of date, the answer has what both changes make together. What says nothing new writes nothing.",
    scope: "items:write",
    parameters: [idParameter, ...changeParameters, validateOnly, ifMatch, ifNoneMatch, idempotencyKey],
    body: itemBody,
    successes: { 200: changed, 201: created },
    failures: [400, 404, 409, 412, 413, 415, 422, 428],
    example: { path: `${apiPath}/items/{id}`, headers: { "If-Match": '"r1"' } },
  },
  {
    path: `${apiPath}/items/{id}`,
    method: "patch",
    id: "patchItem",
    tag: "writing",
    summary: "A part of an item",
    description:
      "A merge patch (RFC 7396): what it does not name stays. A change of what the public sees takes the scope `items:publish`, and with `action=correct` a `changeNote`.",
    scope: "items:write",
    parameters: [idParameter, ...changeParameters, validateOnly, ifMatch, idempotencyKey],
    body: { required: true, content: { "application/merge-patch+json": patch, "application/json": patch } },
    successes: { 200: changed },
    failures: [400, 404, 409, 412, 413, 415, 422, 428],
    example: {
      path: `${apiPath}/items/{id}`,
      headers: { "If-Match": '"r1"' },
      mediaType: "application/merge-patch+json",
    },
  },
]
