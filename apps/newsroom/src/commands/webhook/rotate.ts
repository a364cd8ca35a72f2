import { writeSecret } from "@pg/webhooks"
import { type Command, InvalidArgumentError } from "commander"
import { noteCommand } from "../../note-command.js"
import type { World } from "../../world.js"
import { onWebhook } from "./on-webhook.js"

type Options = { overlap: number; json?: true }

/** `newsroom webhook rotate`: a new secret, beside which the one before signs for a while. */
export function addRotate(group: Command, world: World): void {
  group
    .command("rotate")
    .description("Give a webhook a new secret, shown this once; the one before signs too for a while.")
    .argument("<webhook>", "its name or id")
    .option(
      "--overlap <time>",
      "for how long the one before signs too, as in 30m, 24h or 7d; 0 for not at all",
      duration,
      day,
    )
    .option("--json", "say it as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  newsroom webhook rotate intranet\n  newsroom webhook rotate intranet --overlap 7d",
    )
    .action((nameOrId: string, options: Options) => rotate(nameOrId, options, world))
}

const rotate = (nameOrId: string, { overlap, json }: Options, world: World): Promise<void> =>
  onWebhook(nameOrId, world, async ({ id, name }, store) => {
    const secret = writeSecret(world.randomBytes(32))
    const until = new Date(world.now().getTime() + overlap)
    await store.webhooks.rotate(id, secret, until)
    await noteCommand(store, world, "webhook rotate", `${name} (${id})`)
    world.stdout.write(
      json
        ? `${JSON.stringify({ id, name, secret, previousSecretUntil: until.toISOString() })}\n`
        : `The new secret of ${name}, shown this once:\n${secret}\nThe one before signs too until ${until.toISOString()}\n`,
    )
  })

const day = 86_400_000
const units = { m: 60_000, h: 3_600_000, d: day }

/** A time as in 24h, in milliseconds, up to 90 days. */
function duration(text: string): number {
  const [, count = "", unit = "m"] = /^(\d{1,5})([mhd])$/.exec(text) ?? (text === "0" ? ["", "0"] : [])
  const time = Number(count) * units[unit as keyof typeof units]
  if (count === "" || time > 90 * day)
    throw new InvalidArgumentError("It must be a time up to 90d, as in 30m, 24h or 7d.")
  return time
}
