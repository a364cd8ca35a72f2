import { existsSync, statSync } from "node:fs"
import { copyFile, mkdir } from "node:fs/promises"
import { dirname } from "node:path"
import { filesOf, quietWebhooks, verifyBackup } from "@pg/store"
import type { Command } from "commander"
import { addFilesOptions, carryFiles, type FilesOption, placeBeside } from "../carry-files.js"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { showBusy } from "../progress.js"
import type { World } from "../world.js"
import { writeFileWhole } from "../write-file.js"
import { formatBackup } from "./backup.js"

type RestoreOptions = FilesOption & { json?: true }

/** `newsroom restore`: a backup into the place of the archive, where there is none. */
export function addRestore(program: Command, world: World): void {
  addFilesOptions(program.command("restore"), "from")
    .description(
      "Put a backup, an SQLite file, where NEWSROOM_DATABASE says, only where there is no archive; and the files beside it " +
        "where NEWSROOM_FILES says.",
    )
    .argument("<file>", "what newsroom backup wrote")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((file: string, options: RestoreOptions) => restore(file, options, world))
}

const help = `
Webhooks of the backup are disabled in the copy, so that nobody is told twice; newsroom webhook enable lets them tell again.
Files that are not where they are kept are copied there from "files" beside the backup, each held against its SHA-256; where that
breaks off, the same restore goes on with it. Exit code 1 says that some were nowhere, or damaged; the rest is restored.

The backup is checked before it is put in its place, and is left as it is. One of an older version is brought up to date
when the archive is opened. For PostgreSQL: pg_restore, or "newsroom import" of an export.

Examples:
  newsroom restore /var/backups/newsroom-2026-11-29.db
  NEWSROOM_DATABASE=sqlite:/tmp/drill.db newsroom restore backup.db && NEWSROOM_DATABASE=sqlite:/tmp/drill.db newsroom check`

async function restore(file: string, options: RestoreOptions, world: World): Promise<void> {
  const { env, now, stdout, stderr } = world
  const { database } = readConfiguration(env)
  const path = emptyPlace(database)
  if (!existsSync(file)) throw new Failure(`There is no file ${file}.`)
  // What an open archive has not yet written into its file stands beside it, and would be lost.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw new Failure(`${file} is an archive in use and no backup, as ${file}-wal shows: copy it with newsroom backup.`)
  const from = placeBeside(file, options)
  await mkdir(dirname(path), { recursive: true })
  const copy = async (temporary: string) => {
    const done = showBusy(stderr, "Copying and checking")
    const check = async () => {
      await copyFile(file, temporary)
      const backup = await verifyBackup(temporary)
      return { ...backup, quieted: await quietWebhooks(temporary, now().toISOString()) }
    }
    const restored = await check().finally(done)
    return { restored, carried: await carryFiles(await filesOf(`sqlite:${temporary}`), { from }, { lost }, world) }
  }
  const { restored, carried } = await writeFileWhole(path, { replace: false }, copy)
  const said = [
    formatBackup(path, restored),
    ...carried.said,
    ...(restored.quieted > 0
      ? [`${counted(restored.quieted, "webhook")} of it tell nobody until they are enabled: newsroom webhook enable`]
      : []),
  ]
  const json = { file: path, ...restored, files: carried.files }
  stdout.write(`${options.json ? JSON.stringify(json) : said.join("\n")}\n`)
  if (carried.failure) throw carried.failure
}

const lost = "All else is restored: newsroom files copy --from takes them from a folder that has them."

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
