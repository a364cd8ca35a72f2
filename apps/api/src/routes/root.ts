import { parameters } from "@pg/domain"
import { formats } from "@pg/formats"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { readNothing } from "../read-query.js"
import { operations } from "../openapi/operations.js"
import { apiPath, docsPath, openApiPath, type Site } from "../site.js"
import { collections } from "../collections.js"
import { writeLinkHeader } from "../link-header.js"

/** The API's first page: where every list is, in which formats, what one can ask of it, and what else there is. */
export function rootRoutes(site: Site): Hono {
  const routes = new Hono()
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
  const link = writeLinkHeader([
    { rel: "service-desc", href: site.url(openApiPath), type: "application/json" },
    { rel: "service-doc", href: site.url(docsPath), type: "text/html" },
  ])
  const text = `${JSON.stringify(document, undefined, 2)}\n`
  routes.get("/", (c) => {
    readNothing(new URL(c.req.url).searchParams)
    return answer(c, { text, mediaType: "application/json", headers: { link } })
  })
  return routes
}
