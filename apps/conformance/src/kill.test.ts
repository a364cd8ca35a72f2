import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { killWhileWriting } from "../../../packages/store/test/kills.js"
import { startPostgres } from "../../../packages/store/test/postgres.js"

/** Two hundred on each database, some in one archive, so that each check has little to read. */
const archives = 10
const killsOfEach = 20

test("on SQLite a process that is killed 200 times while it writes loses nothing that was acknowledged", {
  timeout: 3_600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "conformance-kill-"))
  try {
    await killInAll((n) => `sqlite:${join(folder, `${n}.db`)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test("on PostgreSQL too, where the server goes on", { timeout: 3_600_000 }, async () => {
  const server = await startPostgres()
  try {
    await killInAll(async (n) => server.create(`kill_${n}`))
  } finally {
    await server.stop()
  }
})

async function killInAll(urlOf: (n: number) => string | Promise<string>): Promise<void> {
  let acknowledged = 0
  for (let n = 1; n <= archives; n++) {
    const killed = await killWhileWriting(await urlOf(n), killsOfEach)
    expect(killed).toMatchObject({ kills: killsOfEach, lost: [], findings: [] })
    acknowledged += killed.acknowledged
  }
  console.log(`${archives * killsOfEach} kills, ${acknowledged} acknowledged writes, all of them there`)
}
