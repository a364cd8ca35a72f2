import { checkDatabase, type CheckReport, claimServing, migrationStatus, repairDatabase } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { createSteps } from "../progress.js"
import type { World } from "../world.js"

type CheckOptions = { repair?: true; json?: true }

/** `newsroom check`: whether the archive is whole, and everything in it is as its log makes it. */
export function addCheck(program: Command, world: World): void {
  program
    .command("check")
    .description("Check that the archive is whole and that everything in it is as its log makes it. Changes nothing.")
    .option("--repair", "where something is not as the log makes it, make everything but the log anew, and check again")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((options: CheckOptions) => check(options, world))
}

const help = `
Each finding is a line, TABLE: WHERE: WHAT. The log itself is never changed: what is wrong there needs a backup. The
check replays the log in the folder for temporary files (TMPDIR), which needs as much room as the archive. Stop the server before a
repair. The exit code is 1 where something was found, or is left after a repair.

Examples:
  newsroom check
  newsroom check --repair
  newsroom check --json | jq '.findings'`

async function check({ repair, json }: CheckOptions, { env, stdout, stderr }: World): Promise<void> {
  const { database } = readConfiguration(env)
  const { step: onStep, clear } = createSteps(stderr)
  const release = repair ? await claim(database) : () => {}
  const run = repair ? repairDatabase : checkDatabase
  const report = await run(database, { onStep }).finally(() => {
    clear()
    release()
  })
  stdout.write(`${json ? JSON.stringify(report) : formatReport(report)}\n`)
  const count = report.findings.length + report.hidden
  if (count > 0) throw new Failure(`${counted(count, "thing is", "things are")} not as the log makes them.`)
}

/** A server remembers much of what it has read, and would go on with that. */
async function claim(database: string): Promise<() => void> {
  // Where there is no archive nothing is to be left beside it.
  await migrationStatus(database)
  return claimServing(database)
}

function formatReport({ lines, findings, hidden, compared }: CheckReport): string {
  const log = counted(lines, "line")
  if (findings.length === 0) return `All is well: the archive is as the ${log} of its log make it.`
  return [
    ...findings.map(({ table, subject, message }) => `${table}: ${subject}: ${message}`),
    ...(hidden > 0 ? [`… and ${hidden.toLocaleString("en")} more of the same tables`] : []),
    ...(compared
      ? []
      : ["The archive cannot be held against its log, because that cannot be read: put a backup in its place."]),
  ].join("\n")
}
