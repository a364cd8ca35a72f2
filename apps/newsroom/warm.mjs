import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

// Starts the built server once and asks it for a page, so that what V8 makes of it is kept for the first start that counts.
const folder = mkdtempSync(join(tmpdir(), "newsroom-warm-"))
// Nothing of how it is to run later: its address, its host, its archive.
const others = Object.entries(process.env).filter(([name]) => !/^(?:NEWSROOM_|HOST$)/.test(name))
const env = {
  ...Object.fromEntries(others),
  PORT: "0",
  NEWSROOM_LOG: "silent",
  NEWSROOM_DATABASE: `sqlite:${join(folder, "a.db")}`,
}
const server = spawn(process.execPath, ["dist/main.js", "serve"], { env, stdio: ["ignore", "pipe", "inherit"] })
const ended = once(server, "exit")
try {
  const said = await Promise.race([once(server.stdout, "data"), ended])
  const url = /http:\S+?:\d+/.exec(String(said[0]))?.[0]
  if (url === undefined) throw new Error("The built server does not start.")
  for (const path of ["/en", "/api/v1/items"]) {
    const { status } = await fetch(url + path)
    if (status !== 200) throw new Error(`The built server answers ${status} at ${path}.`)
  }
} finally {
  server.kill("SIGTERM")
  await ended
  rmSync(folder, { recursive: true, force: true })
}
