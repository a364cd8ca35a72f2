import type { Webhooks } from "@pg/store"
import type { Command } from "commander"
import { noteCommand } from "../../note-command.js"
import type { World } from "../../world.js"
import { onWebhook } from "./on-webhook.js"

type Act = (webhooks: Webhooks, id: string, now: Date) => Promise<void>

/** `newsroom webhook enable`: goes on where it was left. */
export const addEnable = (group: Command, world: World): Command =>
  add(group, "enable", "Go on telling a webhook where it was left; what failed before is tried at once.").action(
    act(world, "enable", (webhooks, id, now) => webhooks.enable(id, now)),
  )

/** `newsroom webhook disable`: nothing more is sent, and nothing lost. */
export const addDisable = (group: Command, world: World): Command =>
  add(group, "disable", "Send a webhook nothing until it is enabled; what it is to be told meanwhile stays in the log.")
    .option("--reason <text>", "why, for whoever lists the webhooks", "by hand")
    .action((nameOrId: string, options: Options & { reason: string }) =>
      act(world, "disable", (webhooks, id, now) => webhooks.disable(id, now, options.reason))(nameOrId, options),
    )

/** `newsroom webhook delete`: takes it away with its delivery log. */
export const addDelete = (group: Command, world: World): Command =>
  add(group, "delete", "Take a webhook away, with its secret and its delivery log.").action(
    act(world, "delete", (webhooks, id) => webhooks.remove(id)),
  )

type Options = { json?: true }

const add = (group: Command, name: string, description: string) =>
  group
    .command(name)
    .description(description)
    .argument("<webhook>", "its name or id")
    .option("--json", "say it as JSON")
    .addHelpText("after", `\nExamples:\n  newsroom webhook ${name} intranet`)

const act =
  (world: World, verb: "enable" | "disable" | "delete", change: Act) =>
  (nameOrId: string, { json, reason }: Options & { reason?: string }): Promise<void> =>
    onWebhook(nameOrId, world, async ({ id, name }, store) => {
      await change(store.webhooks, id, world.now())
      const why = reason === undefined ? "" : `: ${reason}`
      await noteCommand(store, world, `webhook ${verb}`, `${name} (${id})${why}`)
      const done = `${verb}d`
      world.stdout.write(json ? `${JSON.stringify({ id, name, done })}\n` : `${name} is ${done}.\n`)
    })
