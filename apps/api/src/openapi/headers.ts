/** The header fields of answers, by name, as OpenAPI 3.1 has them. */
export const headers: Record<string, object> = {
  ETag: {
    description: "What the content is known by: send it as If-None-Match to be told of changes only (304).",
    schema: { type: "string" },
  },
  "Last-Modified": {
    description:
      "When the item was last revised, where its second tells that from the revision before: send it as If-Modified-Since. A tag goes before a date.",
    schema: { type: "string" },
  },
  "Cache-Control": {
    description:
      "How long it may be kept; failures and what is of the moment not at all (`no-store`). `max-age=0` asks each time whether it still holds; `stale-while-revalidate` and `stale-if-error` say in seconds how long what was kept may be given meanwhile.",
    schema: { type: "string" },
  },
  Vary: { description: "Which fields of the request decide the form of the answer.", schema: { type: "string" } },
  "Content-Language": { description: "The languages of the items.", schema: { type: "string" } },
  Link: {
    description:
      'Typed links (RFC 8288): `rel="next"` is the page after this one; `alternate` the same in other formats; `canonical`, `describedby`, and of an item those of FAIR Signposting.',
    schema: { type: "string" },
  },
  "X-Request-Id": {
    description: "What the server's log calls the request: the request's own, if it has one.",
    schema: { type: "string" },
  },
  RateLimit: {
    description:
      'What is left to the client, and in how many seconds all of it will be: `"client";r=1199;t=1` (draft-ietf-httpapi-ratelimit-headers). Absent where there is no limit.',
    schema: { type: "string" },
  },
  "RateLimit-Policy": {
    description: 'How many requests a client may make in how many seconds: `"client";q=1200;w=60`.',
    schema: { type: "string" },
  },
  "Retry-After": { description: "In how many seconds to ask again.", schema: { type: "string", pattern: "^[0-9]+$" } },
  Allow: { description: "The methods that can be used.", schema: { type: "string" } },
  Location: { description: "The address that it has now.", schema: { type: "string" } },
}

/** References to header fields, for a response. */
export const headerRefs = (...names: (keyof typeof headers)[]): Record<string, object> =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

/** What every answer has, whatever it is. */
export const ofAll = ["Cache-Control", "X-Request-Id", "RateLimit", "RateLimit-Policy"]

/** What an answer has that a client can keep. */
export const ofContent = ["ETag", "Vary"]
