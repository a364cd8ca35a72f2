import { parameters } from "@pg/domain"
import { formats } from "@pg/formats"
import { collections } from "./collections.js"
import { operations } from "./openapi/operations.js"
import { apiPath, type Site } from "./site.js"

/** What the API's first page says: where every list is, in which formats, what one can ask of it, and what else there is. */
export function writeFirstPage(site: Site): string {
  const document = {
    collections: collections.map(({ segment, kind }) => ({
      name: segment,
      url: site.listUrl(segment),
      item: `${site.listUrl(segment)}/${kind === undefined ? "{id}" : "{slug}"}`,
      formats: Object.fromEntries(formats.map(({ name, extension }) => [name, site.listUrl(segment, extension)])),
      parameters: parameters.filter((name) => kind === undefined || name !== "kind"),
    })),
    resources: operations
      .filter(({ tag, path }) => tag !== "lists" && path !== apiPath && !path.includes("{"))
      .map(({ id, summary, path }) => ({ name: id, title: summary, url: site.url(path) })),
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}
