import { hash } from "node:crypto"
import type { Context } from "hono"
import type { Assets } from "./assets.js"
import { Document } from "./components/document.js"
import { fromHtml, toHtml } from "./components/html.js"
import { languages, type PageLocale } from "./messages/languages.js"
import type { FailureStatus, View } from "./page.js"
import { speculationRulesPath } from "./paths.js"
import { onPage } from "./page-context.js"
import { securityHeaders, securityHeadersWithScript } from "./security.js"

type Page = { locale: PageLocale; siteUrl: string; assets: Assets; url: URL; view: View; today: string | undefined }

/**
 * Renders a page, whole before a byte of it is sent: streamed pages are empty without script. Gives 304 where the
 * browser has it already (RFC 9110 section 13.1.2); a page that tells of a failure is kept by nobody.
 */
export function respond(c: Context, page: Page): Response {
  const { locale, view } = page
  const html = render(page)
  const status = view.status ?? 200
  if (status !== 200) return failure(c, html, status, locale)

  const bytes = encoder.encode(html)
  const etag = `"${hash("sha256", bytes, "base64url").slice(0, 27)}"`
  // Made at once: each field that is added to a Response later makes another Response.
  const fields: Record<string, string> = {
    ...(view.islands ? securityHeadersWithScript : securityHeaders),
    "content-language": locale,
    "cache-control": view.isPrivate ? "private, no-store" : cacheControl,
    ...(view.isPrivate && { "x-robots-tag": "noindex, nofollow", "referrer-policy": "no-referrer" }),
    etag,
    "speculation-rules": `"${speculationRulesPath}"`,
    ...(view.signposts !== undefined && { link: view.signposts }),
  }
  const told: Told | undefined = c.env
  if (!told?.weighs && isKnown(etag, c.req.header("If-None-Match")))
    return new Response(null, { status: 304, headers: fields })
  fields["content-type"] = "text/html; charset=utf-8"
  fields["content-length"] = String(bytes.length)
  if (!told?.weighs || view.isPrivate) return new Response(bytes, { headers: fields })
  const response = new Response(null, { headers: securityHeaders })
  told.whole = { response, fields, bytes }
  return response
}

/**
 * What whoever handed the request over may say and wants to know (Hono's `env`): that it weighs conditions itself, and what
 * is to be sent. The Response then only stands for that: to put all of it into one takes as long as a tenth of a page.
 */
type Told = { weighs?: true; whole?: { response: Response; fields: Record<string, string>; bytes: Uint8Array } }

const encoder = new TextEncoder()

/**
 * As the API has it: caches ask each time, but may answer at once for ten seconds more while they ask behind the reader's
 * back, and for a day where the server fails (RFC 5861).
 */
const cacheControl = "public, max-age=0, stale-while-revalidate=10, stale-if-error=86400"

/**
 * Everything that a page shows is there before it is rendered, and no script takes it over: of what Solid's own
 * `renderToString` does, for hydration and for what is still to come, nothing is needed.
 */
function render({ locale, siteUrl, assets, url, view, today }: Page): string {
  const page = { locale, messages: languages[locale], siteUrl, path: url.pathname + url.search, today }
  return onPage(page, () => toHtml([doctype, <Document view={view} assets={assets} />]))
}

const doctype = fromHtml("<!DOCTYPE html>")

function failure(c: Context, html: string, status: FailureStatus, locale: PageLocale): Response {
  c.header("Content-Language", locale)
  c.header("Cache-Control", "no-store")
  c.header("Content-Length", String(Buffer.byteLength(html)))
  if (status === 503) c.header("Retry-After", "10")
  return c.html(html, status)
}

/** The comparison is weak, as it must be for If-None-Match: a cache that compressed the page may have marked it. */
const isKnown = (etag: string, ifNoneMatch = ""): boolean =>
  ifNoneMatch.trim() === "*" || (ifNoneMatch.match(/"[^"]*"/g)?.includes(etag) ?? false)
