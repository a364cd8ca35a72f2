import { createLog } from "@pg/api"
import { openStore } from "@pg/store"
import { onTestFinished } from "vitest"
import { compose } from "../src/compose.js"
import { temporaryFolder } from "./command.js"

export const siteUrl = "https://newsroom.example.org"

/** The newsroom in this process, over an archive of its own: asked by path, as the public asks. `now` is where its clock stands. */
export async function composed(now = "2024-05-01T12:00:00.000Z") {
  const store = await openStore(`sqlite:${temporaryFolder()}/archive.db`)
  onTestFinished(() => store.close())
  const front = compose({
    store,
    siteUrl,
    now: () => new Date(now),
    log: createLog("silent", process.stderr),
    cacheBytes: 1_000_000,
    requestsPerMinute: 0,
    trustedProxies: 0,
  })
  return { store, ask: (path: string, init?: RequestInit) => front.fetch(new Request(siteUrl + path, init)) }
}
