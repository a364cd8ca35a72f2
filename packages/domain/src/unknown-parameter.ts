import type { InvalidIssue } from "./errors.js"
import { nearest } from "./nearest.js"

/**
 * What is wrong with a parameter that there is not: its name as `path`, and as `suggestion` the one of `known` that was
 * most likely meant, be it mistyped or called what other APIs call it.
 */
export function unknownParameter(name: string, known: readonly string[]): InvalidIssue {
  const path = name.slice(0, 60)
  const meant = otherNames.get(path.toLowerCase().replace(/[_-]/g, ""))?.find((one) => known.includes(one))
  const suggestion = meant ?? nearest(path, known)
  return { path, message: messageFor(path), ...(suggestion !== undefined && { suggestion }) }
}

const messageFor = (name: string) =>
  /^(?:format|output|accept)$/i.test(name)
    ? "there is no such parameter: a format is chosen by a suffix of the address (.json, .csv …) or by the Accept header"
    : "there is no such parameter"

/** What other APIs call the same, in lower case and without signs between the words; the first that an address takes counts. */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map([
  ...calling(["q"], "query", "search", "s", "text", "term", "terms", "keyword", "keywords"),
  ...calling(["cursor", "since"], "page", "offset", "start", "skip", "after", "next", "token", "pagetoken"),
  ...calling(["limit"], "perpage", "rows", "pagesize", "size", "count", "max", "top", "take"),
  ...calling(["locale"], "lang", "language", "languages", "locales", "hl"),
  ...calling(["issued"], "date", "dates", "year", "month", "from", "until", "to", "published", "before"),
  ...calling(["sort"], "order", "orderby", "sortby", "ordering"),
  ...calling(["fields"], "filter", "select", "only", "attributes", "columns", "props"),
  ...calling(["facets"], "aggs", "aggregations", "groupby"),
  ...calling(["include"], "expand", "embed", "with"),
  ...calling(["topic"], "tag", "tags", "subject", "category", "theme"),
  ...calling(["body"], "organisation", "organization", "org"),
  ...calling(["person"], "people", "author", "contributor"),
  ...calling(["updated"], "modified", "lastmodified", "updatedat", "changed"),
])

function calling(known: readonly string[], ...others: string[]): [string, readonly string[]][] {
  return others.map((name) => [name, known])
}
