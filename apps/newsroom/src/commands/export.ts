import { createWriteStream } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import { exportLog, type LogSummary, type OnStep } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { createSteps } from "../progress.js"
import type { World } from "../world.js"
import { writeFileWhole } from "../write-file.js"

type ExportOptions = { force?: true; json?: true }

/** `newsroom export`: the whole log as a text, to be kept, or imported into another database. */
export function addExport(program: Command, world: World): void {
  program
    .command("export")
    .description("Write the whole archive, every revision of every item, as NDJSON; others may write meanwhile.")
    .argument("<file>", 'where to; what ends in .gz is compressed, "-" is standard output')
    .option("--force", "replace the file if there is one")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((file: string, options: ExportOptions) => exportArchive(file, options, world))
}

const help = `
The last line has the SHA-256 of all revisions' lines. The same archive gives the same bytes, whichever database it is in;
"newsroom import" takes them into an empty one. Where the archive goes to standard output, what is said of it goes to
standard error.

Examples:
  newsroom export archive.ndjson.gz
  newsroom export - | gzip > archive.ndjson.gz
  newsroom export archive.ndjson && NEWSROOM_DATABASE=postgres://… newsroom import archive.ndjson`

async function exportArchive(file: string, { force, json }: ExportOptions, world: World): Promise<void> {
  const { env, stdout, stderr } = world
  const { database } = readConfiguration(env)
  const { step, clear } = createSteps(stderr)
  const summary = await (file === "-"
    ? pour(database, step, stdout)
    : writeFileWhole(file, { replace: force ?? false }, (path) => writeTo(path, file, database, step))
  ).finally(clear)
  const said = json ? JSON.stringify(summary) : formatSummary(summary)
  const output = file === "-" ? stderr : stdout
  output.write(`${said}\n`)
}

const formatSummary = ({ lines, items, digest }: LogSummary) =>
  `${counted(items, "item")} in ${counted(lines, "revision")}, ${digest}`

async function writeTo(path: string, name: string, database: string, onStep: OnStep): Promise<LogSummary> {
  const output = createWriteStream(path, { flags: "wx" })
  if (!name.endsWith(".gz")) return pour(database, onStep, output, { end: true })
  const gzip = createGzip()
  const [summary] = await Promise.all([pour(database, onStep, gzip, { end: true }), pipeline(gzip, output)])
  return summary
}

/** Waits where the output is slower than we are. */
async function pour(
  database: string,
  onStep: OnStep,
  output: NodeJS.WritableStream,
  { end } = { end: false },
): Promise<LogSummary> {
  let summary: LogSummary | undefined
  async function* chunks() {
    summary = yield* exportLog(database, { onStep })
  }
  await pipeline(Readable.from(chunks()), output, { end })
  if (!summary) throw new Error("the export ended without a summary")
  return summary
}
