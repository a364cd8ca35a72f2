import type { Command } from "commander"
import type { World } from "../world.js"
import { addCreate } from "./webhook/create.js"
import { addDeliveries } from "./webhook/deliveries.js"
import { addList } from "./webhook/list.js"
import { addReplay } from "./webhook/replay.js"
import { addRotate } from "./webhook/rotate.js"
import { addShow } from "./webhook/show.js"
import { addDelete, addDisable, addEnable } from "./webhook/switch.js"
import { addTest } from "./webhook/ping.js"

/** `newsroom webhook`: who is told of changes, and what came of it. What is running sees what is done here within a second. */
export function addWebhook(program: Command, world: World): void {
  const group = program
    .command("webhook")
    .description("Say whom serve tells of each change, by Standard Webhooks, and see what came of it.")
    .addHelpText("after", help)
  for (const add of [
    addCreate,
    addList,
    addShow,
    addTest,
    addDeliveries,
    addReplay,
    addRotate,
    addDisable,
    addEnable,
    addDelete,
  ])
    add(group, world)
}

const help = `
A webhook is called by its name or its id. What receivers have to do is told in docs/webhooks.md.

Examples:
  newsroom webhook create --name intranet --url https://intranet.example.org/hook --filter "topic=prisons&kind=event"
  newsroom webhook list
  newsroom webhook deliveries intranet --status failed
  newsroom webhook replay intranet --since 1200`
