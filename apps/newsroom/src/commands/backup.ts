import { type Backup, backupDatabase } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { showBusy } from "../progress.js"
import type { World } from "../world.js"
import { writeFileWhole } from "../write-file.js"

type BackupOptions = { force?: true; json?: true }

/** `newsroom backup`: a copy of the SQLite file, while others read and write. */
export function addBackup(program: Command, world: World): void {
  program
    .command("backup")
    .description(
      "Copy the archive, an SQLite file, while others read and write; the copy is checked before it is named.",
    )
    .argument("<file>", "where to")
    .option("--force", "replace the file if there is one")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((file: string, options: BackupOptions) => backup(file, options, world))
}

const help = `
The copy is of one moment, and is there whole or not at all. An archive in PostgreSQL is backed up by pg_dump, or
written out by "newsroom export".

Examples:
  newsroom backup /var/backups/newsroom-$(date +%F).db
  newsroom restore /var/backups/newsroom-2026-11-29.db`

async function backup(file: string, { force, json }: BackupOptions, { env, stdout, stderr }: World): Promise<void> {
  const { database } = readConfiguration(env)
  const done = showBusy(stderr, "Copying and checking")
  const copy = (path: string) => backupDatabase(database, path)
  const made = await writeFileWhole(file, { replace: force ?? false }, copy).finally(done)
  stdout.write(`${json ? JSON.stringify({ file, ...made }) : formatBackup(file, made)}\n`)
}

/** What is said of a copy. */
export const formatBackup = (file: string, { lines, bytes }: Backup): string =>
  `${file} is a whole archive: ${counted(lines, "revision")}, ${counted(Math.ceil(bytes / 1000), "kB", "kB")}`
