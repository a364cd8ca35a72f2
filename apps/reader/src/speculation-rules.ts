import type { Context } from "hono"
import { pageLocales } from "./messages/languages.js"
import { homePath } from "./paths.js"

/**
 * Which pages a browser may fetch when somebody is about to go there (Speculation Rules): pages of the site only, for what
 * the API gives is not for reading, and may be long.
 */
export const speculationRules = (c: Context): Response =>
  c.body(text, 200, {
    "Content-Type": "application/speculationrules+json",
    "Cache-Control": "public, max-age=86400",
  })

const pages = pageLocales.flatMap((locale) => [homePath(locale), `${homePath(locale)}/*`])
const text = JSON.stringify({
  prefetch: [{ where: { href_matches: pages }, eagerness: "moderate" }],
})
