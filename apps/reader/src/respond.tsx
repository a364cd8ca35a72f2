import { hash } from "node:crypto"
import type { Context } from "hono"
import type { JSX } from "solid-js"
import { NoHydration, renderToStringAsync } from "solid-js/web"
import type { Assets } from "./assets.js"
import { Document } from "./components/document.js"
import { languages, type PageLocale } from "./messages/languages.js"
import type { View } from "./page.js"
import { PageProvider } from "./page-context.js"

type Page = { locale: PageLocale; siteUrl: string; assets: Assets; view: View }

/**
 * Renders a page, whole before a byte of it is sent: streamed pages are empty without script. Gives 304 where the
 * browser has it already (RFC 9110 section 13.1.2); a page that tells of a failure is kept by nobody.
 */
export async function respond(c: Context, { locale, siteUrl, assets, view }: Page): Promise<Response> {
  const url = new URL(c.req.url)
  const page = { locale, messages: languages[locale], siteUrl, path: url.pathname + url.search }
  const content = await render(() => (
    <NoHydration>
      <PageProvider.Provider value={page}>
        <Document view={view} assets={assets} />
      </PageProvider.Provider>
    </NoHydration>
  ))
  const html = `<!DOCTYPE html>${content.replaceAll(betweenTexts, "")}`
  const status = view.status ?? 200
  c.header("Content-Language", locale)
  if (status !== 200) return failure(c, html, status)
  if (view.signposts !== undefined) c.header("Link", view.signposts)

  const etag = `"${hash("sha256", html, "base64url").slice(0, 27)}"`
  c.header("ETag", etag)
  c.header("Cache-Control", cacheControl)
  if (isKnown(etag, c.req.header("If-None-Match"))) return c.body(null, 304)
  const bytes = new TextEncoder().encode(html)
  // Whoever handed the request over need not read the page out of the Response.
  const told: { bytes?: Uint8Array } | undefined = c.env
  if (told) told.bytes = bytes
  return c.body(bytes, 200, { "Content-Type": "text/html; charset=utf-8", "Content-Length": String(bytes.length) })
}

/**
 * As the API has it: caches ask each time, but may answer at once for ten seconds more while they ask behind the reader's
 * back, and for a day where the server fails (RFC 5861).
 */
const cacheControl = "public, max-age=0, stale-while-revalidate=10, stale-if-error=86400"

/**
 * A component that throws is caught inside, and thrown again here: `renderToStringAsync` would leave its timer behind,
 * which half a minute later ends the process with a rejection that nobody handles.
 */
async function render(page: () => JSX.Element): Promise<string> {
  let failure: { error: unknown } | undefined
  const content = await renderToStringAsync(() => {
    try {
      return page()
    } catch (error) {
      failure = { error }
      return ""
    }
  })
  if (failure) throw failure.error
  return content
}

/** What Solid puts between two texts for a script that would take over the page. No text can have it: `<` is escaped. */
const betweenTexts = "<!--!$-->"

function failure(c: Context, html: string, status: 404 | 422 | 500 | 503): Response {
  c.header("Cache-Control", "no-store")
  if (status === 503) c.header("Retry-After", "10")
  return c.html(html, status)
}

/** The comparison is weak, as it must be for If-None-Match: a cache that compressed the page may have marked it. */
const isKnown = (etag: string, ifNoneMatch = ""): boolean =>
  ifNoneMatch.trim() === "*" || (ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false)
