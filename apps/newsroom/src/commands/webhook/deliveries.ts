import type { Delivery } from "@pg/store"
import { type Command, Option } from "commander"
import { wholeNumber } from "../../whole-number.js"
import type { World } from "../../world.js"
import { onWebhook } from "./on-webhook.js"

type Options = { status?: Delivery["status"]; item?: string; before?: number; limit: number; json?: true }

/** `newsroom webhook deliveries`: what a webhook was told and is being told. */
export function addDeliveries(group: Command, world: World): void {
  group
    .command("deliveries")
    .description("List what a webhook was told and is being told, the newest first. What is over is kept for 30 days.")
    .argument("<webhook>", "its name or id")
    .addOption(new Option("--status <status>", "only these").choices(["pending", "delivered", "failed"]))
    .option("--item <id>", "only those of an item")
    .option("--before <seq>", "only those of earlier lines of the log", wholeNumber)
    .option("--limit <number>", "how many", wholeNumber, 20)
    .option("--json", "one as JSON on each line")
    .addHelpText("after", help)
    .action((nameOrId: string, options: Options) => list(nameOrId, options, world))
}

const help = `
Examples:
  newsroom webhook deliveries intranet
  newsroom webhook deliveries intranet --status failed --limit 100 --json`

const list = (nameOrId: string, { item, json, ...query }: Options, { stdout, ...world }: World): Promise<void> =>
  onWebhook(nameOrId, { stdout, ...world }, async ({ id }, store) => {
    const asked = { ...query, ...(item !== undefined && { itemId: item }) }
    for (const delivery of await store.webhooks.deliveries(id, asked))
      stdout.write(`${json ? JSON.stringify(delivery) : write(delivery)}\n`)
  })

function write({
  seq,
  itemId,
  type,
  status,
  attempts,
  attemptedAt,
  nextAt,
  responseStatus,
  duration,
  reason,
}: Delivery) {
  const tried =
    attempts === 0 ? "not tried yet" : `${attempts} ${attempts === 1 ? "attempt" : "attempts"}, the last ${attemptedAt}`
  const answer = responseStatus === undefined ? "" : `, ${responseStatus} after ${duration} ms`
  const more = status === "pending" ? `, next ${nextAt}` : ""
  return `${seq}  ${status}  ${type}  ${itemId}  ${tried}${answer}${more}${reason === undefined ? "" : `\n  ${reason}`}`
}
