import { parameters } from "@pg/domain"
import { formats } from "@pg/formats"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { readNothing } from "../read-query.js"
import type { Site } from "../site.js"
import { collections } from "../collections.js"

/** The API's first page: where every list is, in which formats, and what one can ask of it. */
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
  }
  const text = `${JSON.stringify(document, undefined, 2)}\n`
  routes.get("/", (c) => {
    readNothing(new URL(c.req.url).searchParams)
    return answer(c, { text, mediaType: "application/json" })
  })
  return routes
}
