import { kinds, states } from "@pg/domain"
import { apiPath } from "../../site.js"
import { idParameter } from "../items.js"
import type { Parameter } from "../parameters.js"
import { told, type WriteOperation } from "./operation.js"
import { inConflict } from "./parameters.js"

const number = (name: string, description: string, minimum: number, maximum: number, more: object = {}): Parameter => ({
  name,
  in: "query",
  description,
  schema: { type: "integer", minimum, maximum, ...more },
})

const limit = number("limit", "How many on a page.", 1, 100, { default: 20 })
const most = 2 ** 31 - 1

const cursor = (of: string): Parameter => ({
  name: "cursor",
  in: "query",
  description: `The \`next\` of the page before${of}.`,
  schema: { type: "string", maxLength: 1000 },
})

const several = (name: string, description: string, words: readonly string[]): Parameter => ({
  name,
  in: "query",
  description,
  style: "form",
  explode: false,
  schema: { type: "array", items: { type: "string", enum: words }, maxItems: 50 },
})

const revision: Parameter = {
  name: "revision",
  in: "path",
  required: true,
  description: "A number, or `latest`.",
  schema: { type: "string", pattern: "^([1-9][0-9]{0,8}|latest)$" },
  example: "latest",
}

const ofReaders = { method: "get" as const, tag: "desk" as const, scope: "items:read" as const }

/** What editors read and the public does not; and the preview that one of them shows to somebody. */
export const deskReads: readonly WriteOperation[] = [
  {
    ...ofReaders,
    path: `${apiPath}/items/{id}/revisions`,
    id: "listRevisions",
    summary: "An item's revisions, newest first",
    description: "Whatever its state, without what it said: each revision has that at its own address.",
    parameters: [idParameter, number("below", "The `next` of the page before.", 1, most), limit],
    successes: { 200: told("Revisions", "The revisions.") },
    failures: [404, 422],
    example: { path: `${apiPath}/items/{id}/revisions` },
  },
  {
    ...ofReaders,
    path: `${apiPath}/items/{id}/revisions/{revision}`,
    id: "getRevision",
    summary: "One revision, whole",
    description: "Its `ETag` is what a change of it sends as `If-Match`.",
    parameters: [idParameter, revision],
    successes: { 200: told("Revision", "The revision.", ["ETag", "Content-Location"]) },
    failures: [404, 422],
    example: { path: `${apiPath}/items/{id}/revisions/latest` },
  },
  {
    ...ofReaders,
    path: `${apiPath}/items/{id}/revisions/{revision}/diff`,
    id: "compareRevisions",
    summary: "What changed from one revision to another",
    description: "Texts are compared word by word.",
    parameters: [
      idParameter,
      revision,
      number("from", "The revision to compare with: the one before, where it is absent; 0 is none.", 0, most),
    ],
    successes: { 200: told("Diff", "What changed.") },
    failures: [404, 422],
    example: { path: `${apiPath}/items/{id}/revisions/latest/diff` },
  },
  {
    ...ofReaders,
    path: `${apiPath}/drafts`,
    id: "listDrafts",
    summary: "Items that the public does not see",
    description: "Those that are draft, in review, scheduled or withdrawn, where `state` does not say otherwise.",
    parameters: [
      several("state", "States.", states),
      several(
        "kind",
        "Kinds of item.",
        kinds.map(({ name }) => name),
      ),
      inConflict,
      limit,
      cursor(", with the other parameters as they were"),
    ],
    successes: { 200: told("Drafts", "The items, last changed first.") },
    failures: [422],
    example: { path: `${apiPath}/drafts` },
  },
  {
    ...ofReaders,
    path: `${apiPath}/audit`,
    id: "listAudit",
    summary: "Who wrote, or tried to",
    description:
      "Every write, every file that was handed in and every write that was refused, with the name of the token and the id of the request; " +
      "of strangers without a token one in a second. And what commands changed of tokens, webhooks and files.",
    parameters: [
      { name: "item", in: "query", description: "Of one item.", schema: { type: "string", format: "uuid" } },
      cursor(""),
      {
        name: "limit",
        in: "query",
        description: "Entries in an answer.",
        schema: { type: "integer", minimum: 1, maximum: 100, default: 100 },
      },
    ],
    successes: { 200: told("Audit", "The entries, newest first.") },
    failures: [422],
    example: { path: `${apiPath}/audit` },
  },
  {
    method: "get",
    path: `${apiPath}/previews/{token}`,
    id: "getPreview",
    tag: "desk",
    summary: "An item as it would be published",
    description: "For whoever was given the link that `:preview` makes; 410 where its time is over.",
    parameters: [
      {
        name: "token",
        in: "path",
        required: true,
        description: "What the link ends with.",
        schema: { type: "string", pattern: "^[A-Za-z0-9_-]+$", maxLength: 1000 },
      },
    ],
    successes: { 200: told("Preview", "The item, and how it stands.", ["X-Robots-Tag"]) },
    failures: [404, 410],
    example: { path: `${apiPath}/previews/{token}` },
  },
]
