import { apiPath } from "../site.js"
import { type Operation, text } from "./operation.js"
import { schemaRef } from "./component-schemas.js"

/** The log, and the archive as of one moment. */
export const log: readonly Operation[] = [
  {
    path: `${apiPath}/changes`,
    id: "listChanges",
    tag: "log",
    summary: "Changes since a cursor, oldest first",
    description:
      "Deletions have their lines too, as tombstones. Ask again with `next` as `since`: nothing is skipped and nothing comes twice. `wait` holds an empty answer back until something happens; `Accept: text/event-stream` gives server-sent events, whose ids are cursors: go on after a break with the last as `Last-Event-ID` or as `since`.",
    parameters: [
      {
        name: "since",
        in: "query",
        description: "The `next` of the answer before, or of a snapshot; from the beginning where it is absent.",
        schema: { type: "string", maxLength: 1000 },
      },
      {
        name: "limit",
        in: "query",
        description: "Changes in an answer.",
        schema: { type: "integer", minimum: 1, maximum: 1000, default: 100 },
        example: 3,
      },
      {
        name: "wait",
        in: "query",
        description: "Seconds to wait for something to tell.",
        schema: { type: "integer", minimum: 0, maximum: 60, default: 0 },
      },
    ],
    content: {
      "application/json": { schema: schemaRef("Changes") },
      "text/event-stream": { schema: text },
    },
    isConditional: true,
    failures: [422],
    example: `${apiPath}/changes?limit=1`,
  },
  {
    path: `${apiPath}/snapshot.ndjson`,
    id: "getSnapshot",
    tag: "log",
    summary: "The whole archive as of one moment",
    description:
      'The first line is `{"snapshot":{"next":…}}`, where `next` is the cursor from which /changes goes on; then a line an item; the last is `{"end":{"items":…,"digest":"sha-256=:…:"}}`: how many items there were, and the SHA-256 (base64, RFC 9530) of their lines, each with its line feed. One without its last line was cut off.',
    parameters: [],
    content: { "application/x-ndjson": { schema: text } },
    isConditional: true,
    failures: [422],
    example: `${apiPath}/snapshot.ndjson`,
  },
]
