import { formatQuery } from "@pg/domain"
import type { Store, Webhook } from "@pg/store"
import type { Command } from "commander"
import type { World } from "../../world.js"
import { onStore, toJson } from "./on-webhook.js"

/** `newsroom webhook list`: who is told, and how that goes. */
export function addList(group: Command, world: World): void {
  group
    .command("list")
    .description("List the webhooks, with how many deliveries wait or were given up, and which were disabled and why.")
    .option("--json", "say it as JSON")
    .addHelpText("after", "\nExamples:\n  newsroom webhook list\n  newsroom webhook list --json")
    .action(({ json }: { json?: true }) => list(json, world))
}

async function list(json: true | undefined, world: World): Promise<void> {
  await onStore(world, async (store) => {
    const webhooks = await store.webhooks.list()
    const lines = await Promise.all(
      webhooks.map(async (webhook) => ({ webhook, ...(await standingOf(store, webhook)) })),
    )
    if (json)
      world.stdout.write(`${JSON.stringify(lines.map(({ webhook, ...rest }) => ({ ...toJson(webhook), ...rest })))}\n`)
    else if (lines.length === 0) world.stdout.write("There are no webhooks; newsroom webhook create makes one.\n")
    else for (const line of lines) world.stdout.write(write(line.webhook, line))
  })
}

type Standing = { deliveries: Awaited<ReturnType<Store["webhooks"]["counts"]>>; behind: number }

/** How many deliveries of a webhook there are, and how many lines of the log it has not been handed over yet. */
const standingOf = async (store: Store, { id, cursor }: Webhook): Promise<Standing> => ({
  deliveries: await store.webhooks.counts(id),
  behind: Math.max(0, (await store.seq()) - cursor),
})

function write(webhook: Webhook, { deliveries, behind }: Standing): string {
  const { name, url, filter, disabledAt, disabledReason, failingSince } = webhook
  const query = formatQuery(filter)
  const state =
    disabledAt !== undefined
      ? `disabled since ${disabledAt}: ${disabledReason}`
      : failingSince === undefined
        ? "enabled"
        : `enabled, nothing but failures since ${failingSince}`
  const counts = `${deliveries.pending} waiting, ${deliveries.failed} given up, ${deliveries.delivered} told, ${behind} behind`
  return `${name}  ${url}${query && `  ${query}`}\n  ${state}\n  ${counts}\n`
}
