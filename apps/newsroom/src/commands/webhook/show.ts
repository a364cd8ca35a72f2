import type { Command } from "commander"
import type { World } from "../../world.js"
import { onWebhook, toJson } from "./on-webhook.js"

/** `newsroom webhook show`: all that is known of one, but for its secret. */
export function addShow(group: Command, world: World): void {
  group
    .command("show")
    .description("Show all that is known of a webhook, but for its secret.")
    .argument("<webhook>", "its name or id")
    .option("--json", "say it as JSON")
    .addHelpText("after", "\nExamples:\n  newsroom webhook show intranet")
    .action((nameOrId: string, { json }: { json?: true }) => show(nameOrId, json, world))
}

const show = (nameOrId: string, json: true | undefined, world: World): Promise<void> =>
  onWebhook(nameOrId, world, async (webhook, store) => {
    const said = { ...toJson(webhook), deliveries: await store.webhooks.counts(webhook.id) }
    if (json) world.stdout.write(`${JSON.stringify(said)}\n`)
    else
      for (const [name, value] of Object.entries(said))
        world.stdout.write(`${name}: ${typeof value === "object" ? JSON.stringify(value) : value}\n`)
  })
