import { Hono } from "hono"
import { answer } from "../answer.js"
import { writeLinkHeader } from "../link-header.js"
import { readNothing } from "../read-query.js"
import { docsPath, openApiPath, type Site } from "../site.js"

/** The API's first page. It is made from the contract, which is loaded when somebody first asks for it. */
export function rootRoutes(site: Site): Hono {
  const link = writeLinkHeader([
    { rel: "service-desc", href: site.url(openApiPath), type: "application/json" },
    { rel: "service-doc", href: site.url(docsPath), type: "text/html" },
  ])
  let text: string | undefined
  return new Hono().get("/", async (c) => {
    readNothing(new URL(c.req.url).searchParams)
    text ??= (await import("../first-page.js")).writeFirstPage(site)
    return answer(c, { text, mediaType: "application/json", headers: { link } })
  })
}
