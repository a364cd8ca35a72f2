import { ApiError } from "@pg/client"
import { kinds } from "@pg/domain"
import { type Context, Hono, type MiddlewareHandler } from "hono"
import { routePath } from "hono/route"
import { preferredLocale } from "./accept-language.js"
import type { Asking } from "./asking.js"
import { readAssets } from "./assets.js"
import { type PageLocale, pageLocales } from "./messages/languages.js"
import type { Load, View } from "./page.js"
import { loadHome } from "./pages/home.js"
import { loadItem } from "./pages/item.js"
import { leadToItem } from "./pages/permanent.js"
import { loadList } from "./pages/list.js"
import { showFailure } from "./pages/failure.js"
import { showNotFound } from "./pages/not-found.js"
import { loadSearch } from "./pages/search.js"
import { homePath, speculationRulesPath } from "./paths.js"
import { respond } from "./respond.js"
import { secure } from "./security.js"
import { speculationRules } from "./speculation-rules.js"
import { createCards } from "./cards/cards.js"

/** What the reader is made from. `siteUrl` is the public address of the site, as in `https://example.org`. */
export type ReaderOptions = {
  client: Asking
  siteUrl: string
  /** Where failures go of which the page says nothing; standard error where it is absent. */
  reportError?: (error: unknown, request: { method: string; path: string }) => void
}

/**
 * The public site: `/`, all below `/en` and `/fr`, and the files of its own under `/assets`. What it shows it asks of
 * `client`, and of nothing else. Throws where the files that browsers load have not been built.
 */
export function createReader({ client, siteUrl, reportError = writeError }: ReaderOptions): Hono {
  const app = new Hono()
  const site = { client, siteUrl: siteUrl.replace(/\/+$/, ""), assets: readAssets() }

  const show = (c: Context, locale: PageLocale, view: View, url = new URL(c.req.url)) =>
    respond(c, { ...site, locale, url, view })
  const page = (locale: PageLocale, load: Load) => async (c: Context) => {
    const url = new URL(c.req.url)
    const answer = await load({ ...site, locale, url, slug: c.req.param("slug") ?? "" })
    return "redirect" in answer ? c.redirect(answer.redirect, answer.status) : show(c, locale, answer, url)
  }

  app.use(tellRoute)
  app.use(secure)
  app.use(onlyRead)
  app.get("/", leadToLanguage)
  app.get("/assets/:file", (c) => {
    const asset = site.assets.byPath.get(c.req.path)
    if (!asset) return c.notFound()
    return c.body(asset.content, 200, {
      "Content-Type": asset.mediaType,
      "Content-Length": String(asset.content.length),
      "Cache-Control": "public, max-age=31536000, immutable",
    })
  })
  app.get(speculationRulesPath, speculationRules)
  app.get("/items/:id", (c) => leadToItem(c, client))
  app.get("/cards/:locale/:file", createCards(client))
  for (const locale of pageLocales) {
    app.get(homePath(locale), page(locale, loadHome))
    app.get(`/${locale}/search`, page(locale, loadSearch))
    for (const { name, segment } of kinds) {
      app.get(
        `/${locale}/${segment}`,
        page(locale, (visit) => loadList(visit, name)),
      )
      app.get(
        `/${locale}/${segment}/:slug`,
        page(locale, (visit) => loadItem(visit, name)),
      )
    }
  }
  app.get("/*", cutSlash)

  app.notFound((c) => show(c, localeOf(c), showNotFound(c.req.path, localeOf(c))))
  app.onError((error, c) => {
    reportError(error, { method: c.req.method, path: c.req.path })
    const { pathname, search } = new URL(c.req.url)
    return show(c, localeOf(c), showFailure(isUnavailable(error) ? 503 : 500, pathname + search, localeOf(c)))
  })
  return app
}

/** Says which route was met to whoever handed the request over, who gave Hono's `env` for it. */
const tellRoute: MiddlewareHandler = async (c, next) => {
  await next()
  const told: { route?: string } | undefined = c.env
  if (told) told.route = routePath(c)
}

/** There is something at every address, if only a page that says that there is nothing; but it is only read. */
const onlyRead: MiddlewareHandler = async (c, next) => {
  if (["GET", "HEAD"].includes(c.req.method)) return next()
  c.header("Allow", "GET, HEAD, OPTIONS")
  return c.req.method === "OPTIONS" ? c.body(null, 204) : c.text("Only GET and HEAD can be used here.", 405)
}

function leadToLanguage(c: Context): Response {
  c.header("Vary", "Accept-Language")
  c.header("Cache-Control", "public, max-age=0, must-revalidate")
  return c.redirect(homePath(preferredLocale(c.req.header("Accept-Language"))), 302)
}

/** Below a language only: `//example.org/` without its last slash would lead to another site. */
function cutSlash(c: Context): Response | Promise<Response> {
  const { pathname, search } = new URL(c.req.url)
  const isOurs = pageLocales.some((locale) => pathname.startsWith(`/${locale}/`))
  return isOurs && pathname.endsWith("/") ? c.redirect(pathname.replace(/\/+$/, "") + search, 301) : c.notFound()
}

/** The language that an address names, else that which the browser likes best. */
const localeOf = (c: Context): PageLocale =>
  pageLocales.find((locale) => c.req.path.split("/")[1] === locale) ?? preferredLocale(c.req.header("Accept-Language"))

/** Whether the API did not answer, or said that it cannot for now. */
const isUnavailable = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === undefined || [429, 502, 503, 504].includes(error.status))

const writeError: NonNullable<ReaderOptions["reportError"]> = (error, { method, path }) =>
  console.error(`${method} ${path}`, error)
