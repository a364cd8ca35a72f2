import { openStore } from "@pg/store"
import type { Command } from "commander"
import { readConfiguration } from "../configuration.js"
import { counted } from "../counted.js"
import { Failure } from "../failure.js"
import { noteCommand } from "../note-command.js"
import type { World } from "../world.js"

type PruneOptions = { days: string; json?: true }

/** `newsroom audit`: what is to be done about the log of who wrote, or tried to. */
export function addAudit(program: Command, world: World): void {
  program
    .command("audit")
    .description("Keep the audit log, which says who wrote, or tried to, as long as it is wanted; GET /audit shows it.")
    .command("prune")
    .description("Forget the entries that are older than so many days. Revisions, which say who wrote them, stay.")
    .requiredOption("--days <number>", "how many days are kept, as in 730")
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((options: PruneOptions) => prune(options, world))
}

const help = `
That it was done is an entry too.

Example, once a month:
  newsroom audit prune --days 730`

async function prune({ days, json }: PruneOptions, world: World): Promise<void> {
  if (!/^\d{1,5}$/.test(days))
    throw new Failure(`--days is "${days}", which is no number of days; give one, as in 730.`, 2)
  const before = new Date(world.now().getTime() - Number(days) * 86_400_000).toISOString()
  const store = await openStore(readConfiguration(world.env).database)
  try {
    const entries = await store.pruneAudit(before)
    await noteCommand(store, world, "audit prune", `${counted(entries, "entry", "entries")} before ${before}`)
    const said = `${counted(entries, "entry", "entries")} before ${before.slice(0, 10)} forgotten`
    world.stdout.write(`${json ? JSON.stringify({ entries, before }) : said}\n`)
  } finally {
    await store.close()
  }
}
