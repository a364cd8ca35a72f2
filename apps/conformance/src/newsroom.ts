import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { openStore, type Store } from "@pg/store"

/**
 * A newsroom that is served by the built command, from an archive of its own. `store` is that same archive, opened by
 * another process than the server's, as an import would. `folder` is for what a check writes. `close` ends all three.
 */
export type Newsroom = { url: string; folder: string; store: Store; close: () => Promise<void> }

/** Serves a new archive, empty or with the sample content (`--sample`). */
export async function serve(...args: readonly "--sample"[]): Promise<Newsroom> {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"))
  const NEWSROOM_DATABASE = `sqlite:${join(folder, "archive.db")}`
  const child = spawn(process.execPath, [command, "serve", ...args], {
    cwd: folder,
    env: { PORT: "0", NEWSROOM_DATABASE, NEWSROOM_LOG: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const ended = once(child, "exit")
  // A check that breaks off before it closes its newsroom leaves none behind.
  process.once("exit", () => child.kill())
  const url = await addressOf(child.stdout)
  const store = await openStore(NEWSROOM_DATABASE)
  const close = async () => {
    await store.close()
    child.kill("SIGTERM")
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, folder, store, close }
}

const command = fileURLToPath(import.meta.resolve("@pg/newsroom"))

async function addressOf(stdout: AsyncIterable<Buffer>): Promise<string> {
  let said = ""
  for await (const chunk of stdout) {
    said += String(chunk)
    const url = /http:\/\/localhost:\d+/.exec(said)?.[0]
    if (url !== undefined) return url
  }
  throw new Error(`The newsroom did not say where it is. ${said}`)
}
