import { createApi, createFront, type Front, type FrontOptions, isApiPath, isLivePath, type Log } from "@pg/api"
import { createClient } from "@pg/client"
import type { Files } from "@pg/files"
import type { Store } from "@pg/store"
import { webhookGauges } from "./deliver/gauges.js"

type Options = Pick<
  FrontOptions,
  "cacheBytes" | "requestsPerMinute" | "trustedProxies" | "metricsToken" | "untilDue"
> & {
  writesPerMinute?: number
  store: Store
  files?: Files
  fileBytes?: number
  siteUrl: string
  now: () => Date
  /** Ends what waits for news when the server is asked to stop. */
  stopping?: AbortSignal
  adminEmail?: string | undefined
  /** The WebSub hub that feeds name. */
  hub?: string | undefined
  /** How long a page waits for the API before it says that there is no answer, in milliseconds; the reader's own where it is absent. */
  patience?: number
  log: Log
}

/**
 * API and reader as one, behind one front. The reader asks the API in process, without a socket, and so sees nothing that
 * the API does not say.
 */
export function compose(options: Options): Front {
  const { store, siteUrl, adminEmail, log } = options
  const reportError = (error: unknown, request: object) => log.error({ err: error, ...request }, "failed")
  const fonts = async () => (await import("@pg/reader")).fontPaths()
  const api = createApi({ ...options, reportError, fonts })
  // Whoever waits for a page is better told at once that there is no answer than after some tries, of a store that is as near.
  const client = createClient({ baseUrl: `${siteUrl}/api/v1`, local: api.fetch, cache: false, retry: { attempts: 1 } })
  const openReader = async () => {
    const { createReader } = await import("@pg/reader")
    const { now, patience } = options
    return createReader({ client, siteUrl, adminEmail, now, reportError, ...(patience !== undefined && { patience }) })
  }
  // What pages are made with takes a tenth of the time of a start to load: nobody who asks the API waits for that.
  let opened: ReturnType<typeof openReader> | undefined
  const reader = () => (opened ??= openReader())
  return createFront({
    ...options,
    handler: (request, told) =>
      isApiPath(told.path) ? api.fetch(request, told) : reader().then((pages) => pages.fetch(request, told)),
    direct: api.direct,
    seq: () => store.seq(),
    onChange: (listener) => store.onChange(listener),
    isLive: (path) => isLivePath(path) || path.startsWith("/preview/"),
    gauges: webhookGauges(store),
  })
}
