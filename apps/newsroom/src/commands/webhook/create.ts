import { type ItemQuery, parseQuery, Url } from "@pg/domain"
import { AddressRefused, addressesOf, createResolve, parseAllowed, writeSecret } from "@pg/webhooks"
import type { Command } from "commander"
import { readConfiguration } from "../../configuration.js"
import { Failure } from "../../failure.js"
import { noteCommand } from "../../note-command.js"
import { wholeNumber } from "../../whole-number.js"
import type { World } from "../../world.js"
import { onStore, toJson } from "./on-webhook.js"

type Options = { name: string; url: string; filter: string; since?: number; json?: true }

/** `newsroom webhook create`: a new receiver, whose secret is shown this once. */
export function addCreate(group: Command, world: World): void {
  group
    .command("create")
    .description("Tell a web address of changes from now on. Its secret is shown this once.")
    .requiredOption("--name <name>", "what it is called here; each name is given once")
    .requiredOption("--url <address>", "where it is told, http or https")
    .option("--filter <query>", "which items it is told of, as a query string of the API; all without it", "")
    .option("--since <seq>", "tell it also what the log says after this line; 0 for the whole archive", wholeNumber)
    .option("--json", "say it as JSON")
    .addHelpText("after", help)
    .action((options: Options) => create(options, world))
}

const help = `
Examples:
  newsroom webhook create --name intranet --url https://intranet.example.org/hook
  newsroom webhook create --name prisons --url https://example.org/hook --filter "topic=prisons&kind=event,news"`

async function create({ name, url, filter, since, json }: Options, world: World): Promise<void> {
  const { stdout, randomBytes, now } = world
  await onStore(world, async (store) => {
    const question = readFilter(filter)
    await checkAddress(url, world)
    const secret = writeSecret(randomBytes(32))
    const end = await store.seq()
    const id = Buffer.from(randomBytes(8)).toString("hex")
    const given = { id, name: readName(name), url, filter: question, secret, since: Math.min(since ?? end, end) }
    const webhook = await store.webhooks.create(given, now())
    // The path of many is a secret.
    await noteCommand(store, world, "webhook create", `${webhook.name} (${webhook.id}) at ${new URL(url).origin}`)
    stdout.write(
      json
        ? `${JSON.stringify({ ...toJson(webhook), secret })}\n`
        : `${webhook.name} (${webhook.id}) is told of ${filter === "" ? "every change" : `changes of ${filter}`} at ${url}\n` +
            `The secret by which it knows that they come from here, shown this once:\n${secret}\n`,
    )
  })
}

const readFilter = (text: string): ItemQuery => parseQuery(new URLSearchParams(text.replace(/^[?]/, "")))

function readName(name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(name)) return name
  throw new Failure(
    "--name must begin with a letter or digit, and have nothing but letters, digits, space and . _ - in it.",
    2,
  )
}

/** Refuses at once what would be refused each time; a host that cannot be found now may be there later. */
async function checkAddress(url: string, { env, stderr }: World): Promise<void> {
  if (!Url.safeParse(url).success || !URL.canParse(url))
    throw new Failure(
      "--url is no address of http or https, without user and password; give one, as in https://example.org/hook.",
      2,
    )
  try {
    await addressesOf(new URL(url), parseAllowed(readConfiguration(env).webhookAllow), createResolve())
  } catch (error) {
    if (error instanceof AddressRefused) throw new Failure(`--url is refused: ${error.message}`, 2)
    stderr.write(
      `The host of ${url} cannot be found at the moment (${(error as Error).message}); it will be tried all the same.\n`,
    )
  }
}
