import { ApiError } from "@pg/client"
import { dayOf, kinds } from "@pg/domain"
import { type Context, Hono, type MiddlewareHandler } from "hono"
import { routePath } from "hono/route"
import { preferredLocale } from "./accept-language.js"
import type { Asking } from "./asking.js"
import { type Fonts, readAssets } from "./assets.js"
import { type PageLocale, pageLocales } from "./messages/languages.js"
import type { Load, View } from "./page.js"
import { loadAgenda } from "./pages/agenda.js"
import { loadCalendar } from "./pages/calendar.js"
import { loadFollow } from "./pages/follow.js"
import { loadHome } from "./pages/home.js"
import { loadItem } from "./pages/item.js"
import { loadPermanent } from "./pages/permanent.js"
import { loadList } from "./pages/list.js"
import { loadMap } from "./pages/map.js"
import { showOnlyRead } from "./pages/only-read.js"
import { showFailure } from "./pages/failure.js"
import { loadNotFound } from "./pages/not-found.js"
import { loadPreview } from "./pages/preview.js"
import { loadSearch } from "./pages/search.js"
import { createCards } from "./cards/cards.js"
import { showStatic } from "./pages/static.js"
import { loadSubject } from "./pages/subject.js"
import { loadSubjects } from "./pages/subjects.js"
import { within } from "./patience.js"
import {
  agendaPath,
  calendarPath,
  followPath,
  homePath,
  mapPath,
  permanentPath,
  speculationRulesPath,
  staticPath,
  subjectsPath,
} from "./paths.js"
import { respond } from "./respond.js"
import { secure } from "./security.js"
import { speculationRules } from "./speculation-rules.js"
import { staticPages, subjectFilters } from "./segments.js"

/** Where the reader serves the fonts of its pages, for pages of others that are to look like them. */
export const fontPaths = (): Fonts => readAssets().fonts

/** What the reader is made from. `siteUrl` is the public address of the site, as in `https://example.org`. */
export type ReaderOptions = {
  client: Asking
  siteUrl: string
  /** The clock by which something is over or still to come; where it is absent, pages say neither. */
  now?: () => Date
  /** Where whoever runs the site can be written to; pages name it where it is there. */
  adminEmail?: string | undefined
  /** How long a page waits for the API, in milliseconds, before it says that there is no answer; 10,000 where it is absent. */
  patience?: number
  /** Where failures go of which the page says nothing; standard error where it is absent. */
  reportError?: (error: unknown, request: { requestId?: string; method: string; path: string }) => void
}

/**
 * The public site: `/`, all below `/en` and `/fr`, and the files of its own under `/assets`. What it shows it asks of
 * `client`, and of nothing else. Throws where the files that browsers load have not been built.
 */
export function createReader(options: ReaderOptions): Hono {
  const { client, siteUrl, adminEmail, now, patience = 10_000, reportError = writeError } = options
  const app = new Hono()
  const site = { client, siteUrl: siteUrl.replace(/\/+$/, ""), adminEmail, assets: readAssets() }
  const today = () => now && dayOf(now())

  const show = (c: Context, locale: PageLocale, view: View, url = new URL(c.req.url)) =>
    respond(c, { ...site, locale, url, view, today: today() })
  const page = (locale: PageLocale, load: Load) => async (c: Context) => {
    const url = new URL(c.req.url)
    const visit = { ...site, locale, url, slug: c.req.param("slug") ?? "", today: today() }
    const answer = await within(patience, load(visit))
    return "redirect" in answer ? c.redirect(answer.redirect, answer.status) : show(c, locale, answer, url)
  }

  app.use(tellRoute)
  app.use(secure)
  app.use(onlyRead((c) => show(c, localeOf(c), showOnlyRead(addressOf(c), localeOf(c)))))
  app.get("/", leadToLanguage)
  app.get("/assets/:file", (c) => {
    const asset = site.assets.byPath.get(c.req.path)
    if (!asset) return c.notFound()
    const told = c.env as { coded?: NonNullable<typeof asset.coded> } | undefined
    if (told && asset.coded) told.coded = asset.coded
    return c.body(asset.content, 200, {
      "Content-Type": asset.mediaType,
      "Content-Length": String(asset.content.length),
      "Cache-Control": "public, max-age=31536000, immutable",
    })
  })
  app.get(speculationRulesPath, speculationRules)
  app.get("/preview/:slug", (c) => page(localeOf(c), loadPreview)(c))
  app.get(permanentPath(":id"), async (c) => {
    const lasting = await within(patience, loadPermanent(client, c.req.param("id") ?? "", localeOf(c)))
    if (lasting === undefined) return c.notFound()
    if (!("redirect" in lasting)) return show(c, localeOf(c), lasting)
    c.header("Cache-Control", "public, max-age=0, must-revalidate")
    return c.redirect(lasting.redirect, lasting.status)
  })
  app.get("/cards/:locale/:file", createCards(client))
  for (const locale of pageLocales) {
    app.get(homePath(locale), page(locale, loadHome))
    app.get(`/${locale}/search`, page(locale, loadSearch))
    app.get(followPath(locale), page(locale, loadFollow))
    app.get(agendaPath(locale), page(locale, loadAgenda))
    app.get(calendarPath(locale), page(locale, loadCalendar))
    app.get(calendarPath(locale, ":slug"), page(locale, loadCalendar))
    app.get(mapPath(locale), page(locale, loadMap))
    for (const filter of subjectFilters) {
      const path = subjectsPath(locale, filter)
      app.get(
        path,
        page(locale, (visit) => loadSubjects(visit, filter)),
      )
      app.get(
        `${path}/:slug`,
        page(locale, (visit) => loadSubject(visit, filter)),
      )
    }
    for (const name of staticPages)
      app.get(staticPath(locale, name), (c) => show(c, locale, showStatic(name, locale, adminEmail)))
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

  app.notFound(async (c) => {
    const locale = localeOf(c)
    return show(c, locale, await within(patience, loadNotFound({ client, locale, url: new URL(c.req.url) })))
  })
  app.onError((error, c) => {
    const { requestId }: { requestId?: string } = c.env ?? {}
    reportError(error, { ...(requestId !== undefined && { requestId }), method: c.req.method, path: c.req.path })
    const status = isUnavailable(error) ? 503 : 500
    return show(c, localeOf(c), showFailure(status, addressOf(c), localeOf(c), requestId))
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
const onlyRead =
  (refuse: (c: Context) => Response): MiddlewareHandler =>
  async (c, next) => {
    if (["GET", "HEAD"].includes(c.req.method)) return next()
    c.header("Allow", "GET, HEAD, OPTIONS")
    return c.req.method === "OPTIONS" ? c.body(null, 204) : refuse(c)
  }

/** Where one is on the site. */
function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
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

const writeError: NonNullable<ReaderOptions["reportError"]> = (error, { requestId = "", method, path }) =>
  console.error(`${requestId} ${method} ${path}`.trimStart(), error)
