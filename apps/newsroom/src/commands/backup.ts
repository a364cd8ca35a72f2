import { type Backup, backupDatabase, filesOf } from "@pg/store"
import type { Command } from "commander"
import { addFilesOptions, carryFiles, type FilesOption, placeBeside } from "../carry-files.js"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { showBusy } from "../progress.js"
import type { World } from "../world.js"
import { writeFileWhole } from "../write-file.js"

type BackupOptions = FilesOption & { force?: true; json?: true }

/** `newsroom backup`: a copy of the SQLite file, while others read and write. */
export function addBackup(program: Command, world: World): void {
  addFilesOptions(program.command("backup"), "to")
    .description(
      "Copy the archive, an SQLite file, and the files beside it, while others read and write; the copy is checked before " +
        "it is named.",
    )
    .argument("<file>", "where to")
    .option("--force", "replace the file if there is one")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((file: string, options: BackupOptions) => backup(file, options, world))
}

const help = `
The copy is of one moment, and is there whole or not at all. Files are copied to "files" beside it, each held against its
SHA-256; several backups may share the folder: what is there is not copied again. Exit code 1 says that some could not be
copied; the rest is written. An archive in PostgreSQL is backed up by pg_dump and "newsroom files copy", or written out by
"newsroom export".

Examples:
  newsroom backup /var/backups/newsroom-$(date +%F).db
  newsroom restore /var/backups/newsroom-2026-11-29.db`

async function backup(file: string, options: BackupOptions, world: World): Promise<void> {
  const { env, stdout, stderr } = world
  const { database } = readConfiguration(env)
  const to = placeBeside(file, options)
  const copy = async (path: string) => {
    const done = showBusy(stderr, "Copying and checking")
    const made = await backupDatabase(database, path).finally(done)
    return { made, carried: await carryFiles(await filesOf(`sqlite:${path}`), { to }, hints, world) }
  }
  const { made, carried } = await writeFileWhole(file, { replace: options.force ?? false }, copy)
  const json = { file, ...made, files: carried.files }
  const said = [formatBackup(file, made), ...carried.said]
  stdout.write(`${options.json ? JSON.stringify(json) : said.join("\n")}\n`)
  if (carried.failure) throw carried.failure
}

const hints = {
  left: "known and not copied",
  lost: "The backup is written without: newsroom files find says what is not there.",
}

/** What is said of a copy. */
export const formatBackup = (file: string, { lines, bytes }: Backup): string =>
  `${file} is a whole archive: ${counted(lines, "revision")}, ${counted(Math.ceil(bytes / 1000), "kB", "kB")}`
