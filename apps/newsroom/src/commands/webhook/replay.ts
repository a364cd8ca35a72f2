import type { Store, Webhook } from "@pg/store"
import type { Command } from "commander"
import { counted } from "../../counted.js"
import { Failure } from "../../failure.js"
import { noteCommand } from "../../note-command.js"
import { wholeNumber } from "../../whole-number.js"
import type { World } from "../../world.js"
import { onWebhook } from "./on-webhook.js"

type Options = { since?: number; failed?: true; json?: true }

/** `newsroom webhook replay`: tells something once more. */
export function addReplay(group: Command, world: World): void {
  group
    .command("replay")
    .description(
      "Tell a webhook once more: one line of the log, all that was given up, or all after a line of the log.",
    )
    .argument("<webhook>", "its name or id")
    .argument("[seq]", "the line of the log, as deliveries shows it", wholeNumber)
    .option("--failed", "all that was given up")
    .option("--since <seq>", "all that the log says after this line; 0 for the whole archive", wholeNumber)
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((nameOrId: string, seq: number | undefined, options: Options) => replay(nameOrId, seq, options, world))
}

const help = `
It comes with the webhook-id that it had: a receiver that has it already may leave it out.

Examples:
  newsroom webhook replay intranet 1234
  newsroom webhook replay intranet --failed
  newsroom webhook replay intranet --since 1200`

async function replay(nameOrId: string, seq: number | undefined, options: Options, world: World): Promise<void> {
  const { since, failed, json } = options
  if ([seq, since, failed].filter((given) => given !== undefined).length !== 1)
    throw new Failure("Say what to tell once more: a line of the log, --failed, or --since, and only one of them.", 2)
  await onWebhook(nameOrId, world, async (webhook, store) => {
    const now = world.now()
    let what: string
    if (since !== undefined) {
      await store.webhooks.replaySince(webhook.id, since)
      what = `all that concerns it after line ${since} of the log`
    } else {
      const seqs = seq === undefined ? await failedOf(store, webhook) : [seq]
      for (const one of seqs) await store.webhooks.replay(webhook, one, now)
      what = `${counted(seqs.length, "line")} of the log once more`
    }
    await noteCommand(store, world, "webhook replay", `${webhook.name} (${webhook.id}): ${what}`)
    const said = `${webhook.name} will be told ${what}.`
    const hint = webhook.disabledAt === undefined ? "" : " It is disabled: nothing is sent before it is enabled."
    world.stdout.write(json ? `${JSON.stringify({ webhook: webhook.name, said: said + hint })}\n` : `${said}${hint}\n`)
  })
}

async function failedOf(store: Store, { id }: Webhook): Promise<number[]> {
  const seqs: number[] = []
  for (let before: number | undefined; ; before = seqs.at(-1)) {
    const query = { status: "failed", limit: 500, ...(before !== undefined && { before }) } as const
    const portion = await store.webhooks.deliveries(id, query)
    seqs.push(...portion.map(({ seq }) => seq))
    if (portion.length < query.limit) return seqs.toSorted((a, b) => a - b)
  }
}
