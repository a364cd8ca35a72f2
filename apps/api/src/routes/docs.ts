import type { Store } from "@pg/store"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { docsPage } from "../docs/page.js"
import { type Ask, showAll } from "../docs/show.js"
import { style } from "../docs/style.js"

type Options = { store: Store; siteUrl: string; ask: Ask }

/** The contract as a page for people, whole without a script, with what each address answers at present. */
export function docsRoutes({ store, siteUrl, ask }: Options): Hono {
  return new Hono()
    .get("/api/docs", async (c) => {
      const page = await docsPage(siteUrl, await showAll(ask, store, siteUrl))
      const headers = { "content-language": "en", "content-security-policy": policy }
      return answer(c, { text: String(page), mediaType: "text/html", headers })
    })
    .get("/api/docs.css", (c) => answer(c, { text: style, mediaType: "text/css" }))
}

const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
