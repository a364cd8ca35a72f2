import { type Stats, statsOf } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { createSteps } from "../progress.js"
import type { World } from "../world.js"

/** `newsroom stats`: how much of what is in the archive. */
export function addStats(program: Command, world: World): void {
  program
    .command("stats")
    .description("Say what is in the archive: items by kind and state, revisions, languages, dates, room, digest.")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((options: { json?: true }) => stats(options, world))
}

const help = `
Languages and dates are those of published items. The digest is that of the log, as an export has it: two archives with
the same digest hold the same revisions.

Examples:
  newsroom stats
  newsroom stats --json | jq -r .digest`

async function stats({ json }: { json?: true }, { env, stdout, stderr }: World): Promise<void> {
  const { database } = readConfiguration(env)
  const { step: onStep, clear } = createSteps(stderr)
  const found = await statsOf(database, { onStep }).finally(clear)
  stdout.write(`${json ? JSON.stringify(found) : formatStats(found)}\n`)
}

function formatStats(found: Stats): string {
  const { database, bytes, lines, items, files, states, locales, dates, lastChange, digest } = found
  const name = database === "sqlite" ? "SQLite" : "PostgreSQL"
  const change = lastChange ? `${lastChange.at} by ${lastChange.by} (line ${lastChange.seq})` : "none"
  const rows: [string, string][] = [
    ["Database", `${name}, ${counted(Math.ceil(bytes / 1000), "kB", "kB")}`],
    ["Items", items.toLocaleString("en")],
    ...states.map((row): [string, string] => [`  ${row.kind} ${row.state}`, row.items.toLocaleString("en")]),
    ["Revisions", lines.toLocaleString("en")],
    ["Last change", change],
    ["Languages", locales.map((row) => `${row.locale} ${row.items.toLocaleString("en")}`).join(", ") || "none"],
    ["Dates", `${dates.stated} stated, ${dates.inferred} inferred from neighbours, ${dates.undated} undated`],
    ["Files", `${files.count.toLocaleString("en")}, ${counted(Math.ceil(files.bytes / 1000), "kB", "kB")}`],
    ["Digest", digest],
  ]
  const width = Math.max(...rows.map(([label]) => label.length)) + 2
  return rows.map(([label, value]) => label.padEnd(width) + value).join("\n")
}
