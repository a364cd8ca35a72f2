import { existsSync, statSync } from "node:fs"
import { copyFile, mkdir } from "node:fs/promises"
import { dirname } from "node:path"
import { quietWebhooks, verifyBackup } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { showBusy } from "../progress.js"
import type { World } from "../world.js"
import { writeFileWhole } from "../write-file.js"
import { formatBackup } from "./backup.js"

/** `newsroom restore`: a backup into the place of the archive, where there is none. */
export function addRestore(program: Command, world: World): void {
  program
    .command("restore")
    .description("Put a backup, an SQLite file, where NEWSROOM_DATABASE says; only where there is no archive.")
    .argument("<file>", "what newsroom backup wrote")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((file: string, options: { json?: true }) => restore(file, options, world))
}

const help = `
Webhooks of the backup are disabled in the copy, so that nobody is told twice; newsroom webhook enable lets them tell again.
Files that were handed in are not in a backup: their folder (NEWSROOM_FILES) is copied beside it.

The backup is checked before it is put in its place, and is left as it is. One of an older version is brought up to date
when the archive is opened. For PostgreSQL: pg_restore, or "newsroom import" of an export.

Examples:
  newsroom restore /var/backups/newsroom-2026-11-29.db
  NEWSROOM_DATABASE=sqlite:/tmp/drill.db newsroom restore backup.db && NEWSROOM_DATABASE=sqlite:/tmp/drill.db newsroom check`

async function restore(file: string, { json }: { json?: true }, { env, now, stdout, stderr }: World): Promise<void> {
  const path = emptyPlace(readConfiguration(env).database)
  if (!existsSync(file)) throw new Failure(`There is no file ${file}.`)
  // What an open archive has not yet written into its file stands beside it, and would be lost.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw new Failure(`${file} is an archive in use and no backup, as ${file}-wal shows: copy it with newsroom backup.`)
  const done = showBusy(stderr, "Copying and checking")
  await mkdir(dirname(path), { recursive: true })
  const copy = async (temporary: string) => {
    await copyFile(file, temporary)
    const backup = await verifyBackup(temporary)
    return { ...backup, quieted: await quietWebhooks(temporary, now().toISOString()) }
  }
  const restored = await writeFileWhole(path, { replace: false }, copy).finally(done)
  const { quieted } = restored
  const words =
    quieted === 0
      ? ""
      : `\n${counted(quieted, "webhook")} of it tell nobody until they are enabled: newsroom webhook enable`
  stdout.write(`${json ? JSON.stringify({ file: path, ...restored }) : formatBackup(path, restored) + words}\n`)
}

function emptyPlace(database: string): string {
  const path = /^sqlite:(?:\/\/)?(.*)/.exec(database)?.[1]
  if (path === undefined)
    throw new Failure("A backup is an SQLite file: for PostgreSQL restore with pg_restore, or import an export.")
  const there = [path, `${path}-wal`, `${path}-shm`].filter((name) => existsSync(name))
  if (there.length > 0)
    throw new Failure(
      `${there.join(" and ")} ${there.length === 1 ? "is" : "are"} there already: move it away first, nothing was restored.`,
    )
  return path
}
