import { createLog } from "@pg/api"
import { openFiles } from "@pg/files"
import { openStore, type Store } from "@pg/store"
import { compose } from "./compose.js"
import { readConfiguration } from "./configuration.js"
import { beFrugal } from "./frugal.js"
import { importItems } from "./import-items.js"
import { listen, stop } from "./listen.js"
import type { World } from "./world.js"

/** Serves the newsroom until the process is asked to stop; then finishes what is under way and closes the archive. */
export async function serve({ sample }: { sample?: true }, world: World): Promise<void> {
  const { env, now, stdout, stderr, untilStopped } = world
  const { host, port, database, files: filesUrl, url, email, logLevel, ...limits } = readConfiguration(env)
  // Whoever sits at a terminal wants to hear what is wrong, not what goes on.
  const log = createLog(logLevel ?? (stderr.isTTY === true ? "warn" : "info"), stderr)
  const stopped = untilStopped()
  const stopping = new AbortController()
  const files = await openFiles(filesUrl, env)
  const store = await openStore(database)
  try {
    if (sample) await importSample(store, now())
    beFrugal()
    const server = await listen({ host, port }, (actualPort) => {
      const siteUrl = url ?? `http://${publicName(host)}:${actualPort}`
      stdout.write(`The newsroom is at ${siteUrl}/ and its API at ${siteUrl}/api/v1\n`)
      if (url === undefined && !isOfThisMachine(host)) stderr.write(unreachable(siteUrl))
      log.info({ url: siteUrl, host, port: actualPort }, "listening")
      return compose({ store, files, siteUrl, now, stopping: stopping.signal, adminEmail: email, log, ...limits })
    })
    await stopped
    log.info("stopping")
    stopping.abort()
    await stop(server, secondsToFinish)
  } finally {
    await store.close()
    await files.close()
  }
  log.info("stopped")
}

/** An address that means this machine, or all of its networks, is called localhost; any other by itself. */
const publicName = (host: string) =>
  /^(?:localhost|127[.].*|::1?|0[.]0[.]0[.]0)$/.test(host) ? "localhost" : host.includes(":") ? `[${host}]` : host

const isOfThisMachine = (host: string) => /^(?:localhost|127[.].*|::1)$/.test(host)

const unreachable = (siteUrl: string) =>
  `NEWSROOM_URL is not set: feeds, calendars and harvests name ${siteUrl}, where nobody else may find them.\n`

/** How long requests under way may take once the process is asked to stop. */
const secondsToFinish = 10

/** Only where the log is empty, so that the sample is never mixed with an archive of one's own. */
async function importSample(store: Store, now: Date): Promise<void> {
  if ((await store.seq()) > 0) return
  const at = now.toISOString()
  // What reads listings takes a tenth of a second to load.
  const { readSample } = await import("./sample.js")
  await importItems(store, await readSample(at), { at, by: "newsroom serve --sample" })
}
