import { createSender, parseAllowed, pingOf } from "@pg/webhooks"
import type { Command } from "commander"
import { readConfiguration } from "../../configuration.js"
import { Failure } from "../../failure.js"
import { userAgentOf } from "../../user-agent.js"
import type { World } from "../../world.js"
import { onWebhook } from "./on-webhook.js"

/** `newsroom webhook test`: sends a ping, signed as all else, and says what came of it. */
export function addTest(group: Command, world: World): void {
  group
    .command("test")
    .description("Send a webhook a ping (webhook.ping), once and now, and say what came of it.")
    .argument("<webhook>", "its name or id")
    .option("--json", "say it as JSON")
    .addHelpText("after", "\nExamples:\n  newsroom webhook test intranet")
    .action((nameOrId: string, { json }: { json?: true }) => ping(nameOrId, json, world))
}

const ping = (nameOrId: string, json: true | undefined, world: World): Promise<void> =>
  onWebhook(nameOrId, world, async (webhook, store) => {
    const { webhookAllow, webhookTimeout, url } = readConfiguration(world.env)
    const allowed = parseAllowed(webhookAllow)
    const send = createSender({ allowed, timeout: webhookTimeout * 1000, userAgent: userAgentOf(url) })
    const secrets = await store.webhooks.secrets(webhook.id, world.now())
    const { duration, status, problem } = await send(pingOf({ ...webhook, secrets }, world.now()))
    const said = { name: webhook.name, url: webhook.url, status, duration: Math.round(duration), problem }
    if (json) world.stdout.write(`${JSON.stringify(said)}\n`)
    else if (problem === undefined)
      world.stdout.write(`${webhook.name} answered ${status} after ${said.duration} ms.\n`)
    if (problem !== undefined) throw new Failure(`${webhook.name} was not told: ${problem}`)
  })
