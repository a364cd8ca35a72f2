import { nearest } from "@pg/domain"
import { formats } from "@pg/formats"
import { collections } from "./collections.js"
import { apiPath, docsPath, listPath, oaiPath, openApiPath, vocabulariesPath } from "./site.js"
import { vocabularies } from "./vocabularies.js"

/** The address that was most likely meant by one where there is nothing; the API's first page where none is near. */
export function suggestAddress(path: string): string {
  const plain = path.replace(/\/+$/, "")
  const known =
    otherSuffix(plain) ?? elsewhere.find(([pattern]) => pattern.test(plain))?.[1] ?? nearest(plain, addresses)
  if (known !== undefined) return known
  const [segment = "", ...rest] = plain.startsWith(`${apiPath}/`) ? plain.slice(apiPath.length + 1).split("/") : []
  const meant = nearest(segment, segments)
  return meant === undefined || rest.length !== 1 || meant === segment ? apiPath : `${apiPath}/${meant}/${rest[0]}`
}

/** The address that an address can mean only: the same without a slash at its end, and the API's first page. */
export function redirection(path: string): string | undefined {
  if (/^\/api\/?$/.test(path)) return apiPath
  const plain = path.replace(/\/+$/, "")
  return plain !== path && addresses.includes(plain) ? plain : undefined
}

const segments = collections.map(({ segment }) => segment)

/** A list by a suffix that other APIs have, or by the first part of one. */
function otherSuffix(path: string): string | undefined {
  const [, segment = "", suffix = ""] = new RegExp(`^${apiPath}/(\\w+)[.](\\w+)$`).exec(path) ?? []
  const extension = Object.hasOwn(otherSuffixes, suffix) ? otherSuffixes[suffix] : undefined
  return extension !== undefined && segments.includes(segment) ? listPath(segment, extension) : undefined
}

const otherSuffixes: Record<string, string> = {
  xml: "atom",
  yaml: "json",
  yml: "json",
  html: "md",
  txt: "md",
  markdown: "md",
  csl: "csl.json",
  jsonl: "ndjson",
  bibtex: "bib",
  ical: "ics",
}

/** What is looked for where it is not, from the first that fits. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:api\/)?(?:v1\/)?(?:openapi|swagger)(?:[.](?:json|ya?ml))?$/, openApiPath],
  [/^\/(?:api\/)?(?:v1\/)?docs?$/, docsPath],
  [/^\/(?:api\/)?(?:v1\/)?changes?[.](?:atom|rss|xml)$/, `${listPath("items", "atom")}?feed=changes`],
  [/^\/(?:api\/)?(?:v1\/)?changes?(?:[.]\w+)?$/, `${apiPath}/changes`],
  [/^\/(?:api\/)?(?:v1\/)?snapshots?(?:[.]\w+)?$/, `${apiPath}/snapshot.ndjson`],
  [/^\/(?:api\/)?(?:v1\/)?oai(?:-pmh)?$/, oaiPath],
  [/^\/(?:api\/)?(?:v1\/)?vocabular(?:y|ies)$/, vocabulariesPath],
]

const addresses = [
  apiPath,
  "/healthz",
  "/readyz",
  openApiPath,
  docsPath,
  oaiPath,
  `${apiPath}/changes`,
  `${apiPath}/snapshot.ndjson`,
  vocabulariesPath,
  ...vocabularies.map(({ name }) => `${vocabulariesPath}/${name}`),
  ...segments.flatMap((segment) => [
    listPath(segment),
    ...formats.map(({ extension }) => listPath(segment, extension)),
  ]),
]
