import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import { fileKey } from "@pg/files"
import { exportLog, type ExportSummary, type LogSummary, type OnStep } from "@pg/store"
import type { Command } from "commander"
import { addFilesOptions, type Carried, carryFiles, type FilesOption, placeBeside } from "../carry-files.js"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { createSteps } from "../progress.js"
import { withFiles } from "../with-files.js"
import type { World } from "../world.js"
import { writeFileWhole } from "../write-file.js"

type ExportOptions = FilesOption & { force?: true; json?: true }

/** `newsroom export`: the whole log as a text, and files beside it, to be kept, or imported into another database. */
export function addExport(program: Command, world: World): void {
  addFilesOptions(program.command("export"), "to")
    .description(
      "Write the whole archive, every revision of every item, as NDJSON, and copy the files beside it; others may write " +
        "meanwhile.",
    )
    .argument("<file>", 'where to; what ends in .gz is compressed, "-" is standard output')
    .option("--force", "replace the file if there is one")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((file: string, options: ExportOptions) => exportArchive(file, options, world))
}

const help = `
The last line has the SHA-256 of all revisions' lines. The same archive gives the same bytes, whichever database it is in;
"newsroom import" takes them into an empty one. Where the archive goes to standard output, what is said of it goes to
standard error, and files stay behind unless --files says where to.

Files lie in "files" beside it by the SHA-256 of their bytes, which is looked at as they are copied. Several exports may share
the folder: what is there is not copied again. Exit code 1 says that some could not be copied; the rest is written.

Examples:
  newsroom export /backup/archive-$(date +%F).ndjson.gz
  newsroom export - | gzip > archive.ndjson.gz
  newsroom export archive.ndjson && NEWSROOM_DATABASE=postgres://… newsroom import archive.ndjson`

async function exportArchive(file: string, options: ExportOptions, world: World): Promise<void> {
  const { env, stdout, stderr } = world
  const { database } = readConfiguration(env)
  const { step, clear } = createSteps(stderr)
  const to = placeBeside(file, options)
  const log = { database, onStep: step, withoutFiles: options.files === false }
  const write = async (pouring: Promise<ExportSummary>) => {
    const { files, unlisted, ...summary } = await pouring.finally(clear)
    const carried = await carryFiles(files, { to }, hints, world)
    const unnoted = log.withoutFiles ? [] : await keptOf(unlisted, world)
    return { summary, carried, unnoted }
  }
  const { summary, carried, unnoted } = await (file === "-"
    ? write(pour(log, stdout))
    : writeFileWhole(file, { replace: options.force ?? false }, (path) => write(writeTo(path, file, log))))
  const output = file === "-" ? stderr : stdout
  const json = { ...summary, files: carried.files, unnoted }
  output.write(`${options.json ? JSON.stringify(json) : formatSaid(summary, carried)}\n`)
  if (carried.failure) throw carried.failure
  if (unnoted.length > 0)
    throw new Failure(
      `${counted(unnoted.length, "file")} that items name are kept, but not noted, and are not in the export: newsroom files find notes them.`,
    )
}

/** Those that are kept, of files of which the database knows nothing; of others only the address is known, as of other houses'. */
async function keptOf(ids: readonly string[], { env }: World): Promise<string[]> {
  return withFiles(readConfiguration(env).files, env, async (files) => {
    const found: string[] = []
    for (const id of ids) if ((await files.size(fileKey(id))) !== undefined) found.push(id)
    return found
  })
}

const formatSaid = ({ lines, items, digest }: LogSummary, { said }: Carried) =>
  [`${counted(items, "item")} in ${counted(lines, "revision")}, ${digest}`, ...said].join("\n")

const hints = {
  left: "listed and not copied: --files says where to",
  lost: "The export is written without: newsroom files find says what is not there.",
}

type Log = { database: string; onStep: OnStep; withoutFiles: boolean }

async function writeTo(path: string, name: string, log: Log): Promise<ExportSummary> {
  const output = createWriteStream(path, { flags: "wx" })
  if (!name.endsWith(".gz")) return pour(log, output, { end: true })
  const gzip = createGzip()
  const [summary] = await Promise.all([pour(log, gzip, { end: true }), pipeline(gzip, output)])
  return summary
}

/** Waits where the output is slower than we are. */
async function pour(
  { database, ...options }: Log,
  output: NodeJS.WritableStream,
  { end } = { end: false },
): Promise<ExportSummary> {
  let summary: ExportSummary | undefined
  async function* chunks() {
    summary = yield* exportLog(database, options)
  }
  await pipeline(Readable.from(chunks()), output, { end })
  if (!summary) throw new Error("the export ended without a summary")
  return summary
}
