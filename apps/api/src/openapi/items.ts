import { kinds } from "@pg/domain"
import { formats } from "@pg/formats"
import { apiPath } from "../site.js"
import { accept, capitalised, everyFormat, type Operation } from "./operation.js"
import { type Parameter, queryParameters } from "./parameters.js"
import { schemaRef } from "./component-schemas.js"

const extensions = formats.map(({ extension }) => extension.replace(".", "\\."))

/** The pattern of an item's id. */
const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
/** An item by its id, without a suffix. */
export const idParameter: Parameter = {
  name: "id",
  in: "path",
  required: true,
  description: "A UUID.",
  schema: { type: "string", pattern: `^${uuid}$` },
}
const suffixes = `(\\.(${extensions.join("|")}))?`

const ofItem = queryParameters(["fields", "profile", "include"])

/** The suffix has no path of its own, which tools that lint could not tell from that without it. */
const suffixed = `These are there: ${formats.map(({ extension }) => `\`.${extension}\``).join(" ")}.`

const ofAnyItem = {
  tag: "items" as const,
  content: everyFormat("item"),
  isConditional: true,
  headers: ["Last-Modified", "Link", "Content-Language"],
  redirects: true as const,
  failures: [404, 406, 410, 422],
}

const localeParameter: Parameter = {
  name: "locale",
  in: "query",
  description: "Which language's item is meant, where several have the same slug.",
  schema: { type: "string", pattern: "^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$" },
}

const bySlug: Operation[] = kinds.map(({ segment, name }) => ({
  ...ofAnyItem,
  path: `${apiPath}/${segment}/{slug}`,
  id: `get${capitalised(name)}`,
  summary: `One item by its slug: ${segment}`,
  description:
    "A slug that the item used to have answers 301 to the one that it has, as does that of an item that was merged; that of one that was removed answers 410. " +
    accept,
  parameters: [
    {
      name: "slug",
      in: "path",
      required: true,
      description: `The slug; a format's suffix may follow. ${suffixed}`,
      schema: { type: "string", minLength: 1, maxLength: 200 },
    },
    localeParameter,
    ...ofItem,
  ],
  example: `${apiPath}/${segment}/{slug}`,
}))

/** One item, by its id and by its slug. */
export const items: readonly Operation[] = [
  {
    ...ofAnyItem,
    path: `${apiPath}/items/{id}`,
    id: "getItem",
    summary: "One item by its id",
    description:
      "The address that never changes. An item that was merged answers 301, one that was removed 410. " + accept,
    parameters: [
      {
        name: "id",
        in: "path",
        required: true,
        description: `A UUID; a format's suffix may follow. ${suffixed}`,
        schema: { type: "string", pattern: `^${uuid}${suffixes}$` },
      },
      ...ofItem,
    ],
    example: `${apiPath}/items/{id}`,
  },
  {
    path: `${apiPath}/items/{id}/changes`,
    id: "listItemChanges",
    tag: "items",
    summary: "What has become of one item, newest first",
    description:
      "The item's major changes and those with a note that says why, each with the `action` that was taken, without what it said at the time; of more than a hundred the last ones. Times when it was withdrawn have their lines too. An item that was merged answers 301, one that was removed 410.",
    parameters: [idParameter],
    content: { "application/json": { schema: schemaRef("History") } },
    isConditional: true,
    redirects: true,
    failures: [404, 410, 422],
    example: `${apiPath}/items/{id}/changes`,
  },
  ...bySlug,
]
