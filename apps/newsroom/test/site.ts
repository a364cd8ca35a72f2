import { mkdtempSync, rmSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createLog } from "@pg/api"
import type { Item } from "@pg/domain"
import { openStore, type Store } from "@pg/store"
import { compose } from "../src/compose.js"
import { importItems } from "../src/import-items.js"
import { listen, stop } from "../src/listen.js"

const at = "2021-09-01T08:00:00.000Z"

/** A newsroom of some items on a port of its own, as it is run. `behind` may stand between it and its store. */
export async function openSite(items: readonly Item[], behind: (store: Store) => Store = (store) => store) {
  const folder = mkdtempSync(join(tmpdir(), "site-"))
  const store = await openStore(`sqlite:${join(folder, "newsroom.db")}`)
  await importItems(store, items, { at, by: "test" })
  const log = createLog("silent", process.stderr)
  const settings = { log, cacheBytes: 0, requestsPerMinute: 0, trustedProxies: 0 }
  const server = await listen({ host: "127.0.0.1", port: 0 }, () =>
    compose({ store: behind(store), siteUrl: "https://newsroom.example.org", now: () => new Date(at), ...settings }),
  )
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await stop(server, 1)
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
