import { openFiles } from "@pg/files"
import { claimServing, openStore, type Store } from "@pg/store"
import { createLog, type Log } from "@pg/api"
import { compose } from "./compose.js"
import { type Configuration, readConfiguration } from "./configuration.js"
import { startDelivering } from "./deliver/start-delivering.js"
import { beFrugal } from "./frugal.js"
import { importItems } from "./import-items.js"
import { keepSchedule, type Schedule } from "./keep-schedule.js"
import { listen, stop } from "./listen.js"
import { userAgentOf } from "./user-agent.js"
import type { World } from "./world.js"

/** Serves the newsroom until the process is asked to stop; then finishes what is under way and closes the archive. */
export async function serve({ sample }: { sample?: true }, world: World): Promise<void> {
  const { env, now, stdout, stderr, untilStopped } = world
  const { host, port, database, files: filesUrl, url, email, logLevel, ...others } = readConfiguration(env)
  // Whoever sits at a terminal wants to hear what is wrong, not what goes on.
  const log = createLog(logLevel ?? (stderr.isTTY === true ? "warn" : "info"), stderr)
  const stopped = untilStopped()
  const stopping = new AbortController()
  const files = await openFiles(filesUrl, env)
  // Before it is brought up to date: one that is served already may be served by another version.
  const release = claimServing(database)
  const store = await openStore(database).catch((error: unknown) => {
    release()
    throw error
  })
  let schedule: Schedule | undefined
  try {
    if (sample) await importSample(store, now())
    schedule = keepSchedule({ store, now, log })
    beFrugal()
    let siteUrl = ""
    const server = await listen({ host, port }, (actualPort) => {
      siteUrl = url ?? `http://${publicName(host)}:${actualPort}`
      stdout.write(`The newsroom is at ${siteUrl}/ and its API at ${siteUrl}/api/v1\n`)
      if (url === undefined && !isOfThisMachine(host)) stderr.write(unreachable(siteUrl))
      log.info({ url: siteUrl, host, port: actualPort }, "listening")
      return compose({
        store,
        files,
        siteUrl,
        now,
        stopping: stopping.signal,
        adminEmail: email,
        log,
        ...schedule,
        ...others,
      })
    })
    const delivering = deliver(store, siteUrl, log, others, world)
    await stopped
    log.info("stopping")
    stopping.abort()
    await Promise.all([stop(server, secondsToFinish), delivering.stop(secondsToFinish)])
  } finally {
    await schedule?.stop()
    await store.close()
    await files.close()
    release()
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

type Telling = Pick<Configuration, "webhookAllow" | "webhookTimeout" | "hub">

function deliver(store: Store, siteUrl: string, log: Log, settings: Telling, { now, randomBytes }: World) {
  const { webhookAllow: allowed, webhookTimeout, hub } = settings
  return startDelivering({
    store,
    siteUrl,
    log,
    now,
    allowed,
    hub,
    userAgent: userAgentOf(siteUrl),
    timeout: webhookTimeout * 1000,
    claimant: Buffer.from(randomBytes(12)).toString("base64url"),
    random: () => Buffer.from(randomBytes(4)).readUInt32LE() / 2 ** 32,
  })
}

/** Only where the log is empty, so that the sample is never mixed with an archive of one's own. */
async function importSample(store: Store, now: Date): Promise<void> {
  if ((await store.seq()) > 0) return
  const at = now.toISOString()
  // What reads listings takes a tenth of a second to load.
  const { readSample } = await import("./sample.js")
  await importItems(store, await readSample(at), { at, by: "newsroom serve --sample" })
}
