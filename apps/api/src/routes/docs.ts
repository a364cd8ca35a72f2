import type { Store } from "@pg/store"
import { Hono } from "hono"
import { answer } from "../answer.js"
import type { Fonts } from "../docs/style.js"
import type { Ask } from "../docs/show.js"

type Options = { store: Store; siteUrl: string; ask: Ask; fonts?: (() => Promise<Fonts>) | undefined }

/**
 * The contract as a page for people, whole without a script, with what each address answers at present. What it is made with
 * is loaded when somebody first asks for it.
 */
export function docsRoutes({ store, siteUrl, ask, fonts }: Options): Hono {
  return new Hono()
    .get("/api/docs", async (c) => {
      const [{ docsPage }, { showAll }] = await Promise.all([import("../docs/page.js"), import("../docs/show.js")])
      const page = await docsPage(siteUrl, await showAll(ask, store, siteUrl))
      const headers = { "content-language": "en", "content-security-policy": policy }
      return answer(c, { text: String(page), mediaType: "text/html", headers })
    })
    .get("/api/docs.css", async (c) => {
      const { styleWith } = await import("../docs/style.js")
      return answer(c, { text: styleWith(await fonts?.()), mediaType: "text/css" })
    })
}

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
