import { randomUUIDv7 } from "node:crypto"
import { createPictures, type Files } from "@pg/files"
import type { Store } from "@pg/store"
import { type Context, Hono } from "hono"
import { deprecations } from "./deprecation.js"
import { type AnswerDirectly, createDirect } from "./direct.js"
import { guardsOf } from "./guards.js"
import { createItemContents } from "./item-content.js"
import { createListContents } from "./list-content.js"
import { failed, notFound, type ReportError } from "./problem.js"
import type { Fonts } from "./docs/style.js"
import { docsRoutes } from "./routes/docs.js"
import { healthRoutes } from "./routes/health.js"
import { historyRoutes } from "./routes/history.js"
import { apiCatalogRoutes } from "./routes/api-catalog.js"
import { changesRoutes } from "./routes/changes.js"
import { itemRoutes } from "./routes/items.js"
import { linksetRoutes } from "./routes/linkset.js"
import { listRoutes } from "./routes/lists.js"
import { llmsRoutes } from "./routes/llms.js"
import { robotsRoutes } from "./routes/robots.js"
import { oaiRoutes } from "./routes/oai.js"
import { openapiRoutes } from "./routes/openapi.js"
import { rootRoutes } from "./routes/root.js"
import { sitemapRoutes } from "./routes/sitemap.js"
import { snapshotRoutes } from "./routes/snapshot.js"
import { suggestRoutes } from "./routes/suggest.js"
import { vocabularyRoutes } from "./routes/vocabularies.js"
import { servedFileRoutes } from "./routes/served-files.js"
import { sayHowToUpload } from "./routes/uploads.js"
import { previewRoutes } from "./routes/previews.js"
import { writeRoutes } from "./routes/writes.js"
import { apiPath, createSite } from "./site.js"
import { redirection, suggestAddress } from "./suggest-address.js"
import { type MostWaiting, mostWaiting } from "./waiting.js"

/** What the API is made from. `siteUrl` is the public address of the site, as in `https://example.org`. */
export type ApiOptions = {
  store: Store
  siteUrl: string
  now: () => Date
  /** Ends what waits for news (long polls, event streams) when the server is asked to stop. */
  stopping?: AbortSignal
  /** How many may wait for news at once; 10 of each client and 1,000 in all where it is absent. */
  mostWaiting?: MostWaiting
  /** The address of whoever runs the site, for harvesters; `webmaster` at its host where it is absent. */
  adminEmail?: string | undefined
  /** How often a token may be used in a minute; 600 where it is absent, 0 for no limit. */
  writesPerMinute?: number
  /** Where files are kept; without it none are taken in or served. */
  files?: Files
  /** How many bytes a file may have; 100 million where it is absent. */
  fileBytes?: number
  /** Ids for items that come without one; UUIDs of version 7 where it is absent. */
  newId?: () => string
  /** The WebSub hub that is told of the site's feeds, and that these name. */
  hub?: string | undefined
  /** Where the fonts of the site are, for the page of the contract to look like the others; those of the machine where it is absent. */
  fonts?: () => Promise<Fonts>
  /** Where failures go of which the answer says nothing; standard error where it is absent. */
  reportError?: ReportError
}

/** A Hono app, and `direct`, by which a front answers what is asked for most without it, byte for byte the same. */
export type Api = Hono & { direct: AnswerDirectly }

/**
 * The HTTP API: `/api/v1` and all below it, `/healthz` and `/readyz`. It reads the archive, and whoever has a token writes to it.
 * It can be mounted beside other routes, which it leaves alone.
 */
export function createApi(options: ApiOptions): Api {
  const { writesPerMinute = 600, newId = randomUUIDv7, files, fileBytes: mostBytes = 100_000_000 } = options
  const { store, siteUrl, now, stopping, adminEmail, hub, reportError = writeError } = options
  const newApp = () => new Hono().notFound(nothingHere).onError((error, c) => failed(c, error, reportError))
  const app = newApp()
  const origin = siteUrl.replace(/\/+$/, "")
  const site = createSite(siteUrl, hub)
  const contentOfItem = createItemContents({ store, site })
  const contentOfList = createListContents({ store, site, now, startedAt: now().toISOString() })

  const filing = files && { store, files, pictures: createPictures(), site, now, newId, mostBytes }
  if (filing) for (const path of ["/uploads", "/uploads/:id"]) app.options(apiPath + path, sayHowToUpload(mostBytes))
  const guards = guardsOf(app)
  for (const path of ["/api/*", "/files/*", "/healthz", "/readyz", ...rootPaths]) app.use(path, ...guards)
  app.route(apiPath, rootRoutes(site))
  app.route(apiPath, listRoutes(contentOfList))
  const publicTag = async (id: string) =>
    (await app.request(`${apiPath}/items/${id}.json`)).headers.get("etag") ?? undefined
  app.route(apiPath, writeRoutes({ store, site, now, newId, writesPerMinute, publicTag, reportError }, filing))
  app.route(apiPath, previewRoutes({ store, now }))
  app.route(apiPath, itemRoutes({ store, contentOfItem }))
  app.route(apiPath, historyRoutes({ store }))
  app.route(apiPath, changesRoutes({ store, stopping, most: options.mostWaiting ?? mostWaiting }))
  app.route(apiPath, snapshotRoutes({ store }))
  app.route(apiPath, suggestRoutes({ store }))
  app.route(apiPath, vocabularyRoutes(site))
  app.route(apiPath, linksetRoutes({ store, site }))
  app.route("/", oaiRoutes({ store, site, now, adminEmail }))
  app.route("/", apiCatalogRoutes(site))
  app.route("/", llmsRoutes(site))
  app.route("/", robotsRoutes(site))
  app.route("/", openapiRoutes(origin))
  app.route("/", docsRoutes({ store, siteUrl: origin, ask: (path) => app.request(path), fonts: options.fonts }))
  app.route("/", healthRoutes({ store, reportError }))
  if (filing) app.route("/", servedFileRoutes(filing))
  app.all("/api/*", nothingHere)
  app.all("/files/*", nothingHere)

  // A pattern at the root, in the same app, would keep Hono from finding routes by one regular expression, which is quicker.
  const sitemaps = newApp()
  sitemaps.use(...guardsOf(sitemaps)).route("/", sitemapRoutes({ store, site, now }))
  app.all("/*", (c, next) => (sitemapPath.test(c.req.path) ? sitemaps.fetch(c.req.raw, c.env) : next()))
  // What is to go has to be announced, which the routes do.
  const direct = deprecations.length > 0 ? () => undefined : createDirect({ store, contentOfItem, contentOfList })
  return Object.assign(app, { direct })
}

/** What machines look for at a site's root, whatever else is there. */
const rootPaths = ["/.well-known/api-catalog", "/llms.txt", "/robots.txt"]
const sitemapPath = /^\/sitemap[\w-]*[.]xml$/

const nothingHere = (c: Context) => {
  const elsewhere = redirection(c.req.path)
  if (elsewhere !== undefined && ["GET", "HEAD"].includes(c.req.method))
    return c.redirect(elsewhere + new URL(c.req.url).search, 301)
  const suggestion = suggestAddress(c.req.path)
  return notFound(c, `There is nothing at this address; perhaps ${suggestion} was meant.`, suggestion)
}

const writeError: ReportError = (error, { requestId: id, method, path }) =>
  console.error(`${id} ${method} ${path}`, error)
