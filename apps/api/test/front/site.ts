import { createApi, createFront, createLog, type FrontOptions, isLivePath } from "../../src/index.js"
import { examples, openArchive, startedAt } from "../archive.js"

type Archive = Awaited<ReturnType<typeof openArchive>>

/** The API of an archive behind its front, with the lines that it logged and the addresses for which answers were made. */
export function frontOf(store: Archive["store"], options: Partial<FrontOptions> = {}) {
  const logged: Record<string, unknown>[] = []
  const made: string[] = []
  const write = (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>)
  const { now = () => new Date(startedAt) } = options
  const api = createApi({ store, siteUrl: "https://example.org", now, reportError: () => {} })
  const front = createFront({
    handler: (request, told) => {
      made.push(request.url.replace("https://example.org", ""))
      return api.fetch(request, told)
    },
    seq: () => store.seq(),
    onChange: (listener) => store.onChange(listener),
    now,
    isLive: isLivePath,
    cacheBytes: 10_000_000,
    requestsPerMinute: 0,
    trustedProxies: 0,
    log: createLog("info", { write }),
    ...options,
  })
  const ask = async (path: string, init: RequestInit = {}) =>
    await front.fetch(new Request(`https://example.org${path}`, init))
  return { ask, made, logged }
}

/** The same over an archive of its own, with every example of the domain in it. */
export async function openSite(options: Partial<FrontOptions> = {}) {
  const archive = await openArchive(Object.values(examples))
  return { ...archive, ...frontOf(archive.store, options) }
}
