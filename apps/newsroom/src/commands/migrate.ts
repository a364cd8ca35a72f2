import { type MigrationStatus, migrationStatus, openStore, StoreError } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { createSteps } from "../progress.js"
import type { World } from "../world.js"

type MigrateOptions = { status?: true; json?: true }

/** `newsroom migrate`: brings the archive to what this version of the program knows. */
export function addMigrate(program: Command, world: World): void {
  program
    .command("migrate")
    .description(
      "Bring the archive up to date with this version of the program; serve and import do the same by themselves.",
    )
    .option("--status", "only say what there is to do, and write nothing; the exit code is 1 where there is something")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((options: MigrateOptions) => migrate(options, world))
}

const help = `
Migrations change the tables. Where this version makes something else from the log than the one before, everything but
the log is then made anew; who is interrupted goes on there the next time. Make a backup first, and stop other processes:
older versions do not write into what a newer one has brought up to date.

Examples:
  newsroom migrate --status
  newsroom migrate`

async function migrate({ status: isAsked, json }: MigrateOptions, { env, stdout, stderr }: World): Promise<void> {
  const { database } = readConfiguration(env)
  const before = await statusBefore(database, isAsked)
  if (!isAsked) {
    const { step, clear } = createSteps(stderr)
    const onRebuild = (done: number, of: number) => step("lines of the log", done, of)
    await (await openStore(database, { onRebuild }).finally(clear)).close()
  }
  const status = isAsked ? before : await migrationStatus(database)
  if (!status) throw new Error("a database that is there has no status")
  const ran = isAsked ? [] : status.had.filter((name) => !before?.had.includes(name))
  stdout.write(`${json ? JSON.stringify({ ...status, ran }) : formatStatus(status, ran)}\n`)
  if (status.pending.length > 0 || status.linesToRebuild > 0)
    throw new Failure("There is something to be done: newsroom migrate.")
}

/** A database that is not there yet has had nothing; only who asks how it stands is told that it is not there. */
async function statusBefore(database: string, isAsked: true | undefined): Promise<MigrationStatus | undefined> {
  try {
    return await migrationStatus(database)
  } catch (error) {
    if (isAsked || !(error instanceof StoreError)) throw error
    return undefined
  }
}

function formatStatus({ had, pending, projection, lines, linesToRebuild }: MigrationStatus, ran: string[]): string {
  return [
    ...had.map((name) => `${name}: ${ran.includes(name) ? "run now" : "there"}`),
    ...pending.map((name) => `${name}: to be run`),
    `projection: made by version ${projection.found}, this program's is ${projection.known}`,
    linesToRebuild > 0
      ? `log: ${counted(linesToRebuild, "line")} of ${lines.toLocaleString("en")} to be read again`
      : `log: ${counted(lines, "line")}, all of them in the projection`,
  ].join("\n")
}
