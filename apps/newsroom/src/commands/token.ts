import { InvalidInput, type KindName, kinds, Locale, Revision, type Scope, scopes } from "@pg/domain"
import { openStore, type Store, type Token } from "@pg/store"
import { type Command, InvalidArgumentError, Option } from "commander"
import { readConfiguration } from "../configuration.js"
import { Failure } from "../failure.js"
import { noteCommand } from "../note-command.js"
import type { World } from "../world.js"

/** `newsroom token`: who may write. A token's text is shown once, when it is made. */
export function addToken(program: Command, world: World): void {
  const token = program.command("token").description("Make, list and revoke the tokens by which others may write.")
  token
    .command("create")
    .description("Make a token. Its text is printed this once; the archive keeps only what it takes to know it again.")
    .requiredOption("--name <name>", "what it is called in the log of what was written; never two alike", readName)
    .addOption(
      new Option("--scope <scope...>", "what it may do")
        .choices(scopes)
        .makeOptionMandatory()
        .argParser(collect(scopes)),
    )
    .addOption(new Option("--kind <kind...>", "of which kinds (default: all)").argParser(collect(kindNames)))
    .option("--locale <tag...>", "in which languages (default: all)", collectLocales)
    .option("--expires <time>", "how long it is good: 12h, 90d or 1y, or until a day, as in 2027-01-31", String)
    .option("--json", "say it as JSON")
    .addHelpText("after", helpOfCreate)
    .action((options: CreateOptions) => withStore(world, (store) => create(store, options, world)))
  token
    .command("list")
    .description("List the tokens, with when each was used last.")
    .option("--json", "say it as JSON")
    .addHelpText("after", "\nExample:\n  newsroom token list --json")
    .action((options: { json?: true }) => withStore(world, (store) => list(store, options, world)))
  token
    .command("revoke")
    .description("End a token, at once and for ever.")
    .argument("<name>", "its name or its id")
    .option("--json", "say it as JSON")
    .addHelpText("after", "\nExample:\n  newsroom token revoke cms")
    .action((name: string, options: { json?: true }) =>
      withStore(world, (store) => revoke(store, name, options, world)),
    )
}

type CreateOptions = {
  name: string
  scope: Scope[]
  kind?: KindName[]
  locale?: string[]
  expires?: string
  json?: true
}

const helpOfCreate = `
Scopes:
  items:read     read drafts, revisions and the audit log
  items:write    make and change drafts, hand them in for review, send them back
  items:publish  publish, schedule, correct, withdraw, remove, merge; change what is public
  files:write    hand in files

Examples:
  newsroom token create --name cms --scope items:read items:write items:publish --expires 90d
  newsroom token create --name agenda --scope items:write items:publish --kind event --locale en fr`

const kindNames = kinds.map(({ name }) => name)

async function withStore(world: World, run: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(readConfiguration(world.env).database)
  try {
    await run(store)
  } catch (error) {
    if (error instanceof InvalidInput) throw new Failure(`The ${error.message.replace(/\n/g, "; ")}.`, 2)
    throw error
  } finally {
    await store.close()
  }
}

async function create(store: Store, options: CreateOptions, world: World): Promise<void> {
  const { now, stdout, stderr } = world
  const at = now()
  const { name, scope, kind = [], locale = [], expires, json } = options
  const expiresAt = expires === undefined ? undefined : readExpiry(expires, at)
  const asked = { name, scopes: unique(scope), kinds: unique(kind), locales: unique(locale), at: at.toISOString() }
  const { token, text } = await store.createToken({ ...asked, ...(expiresAt !== undefined && { expiresAt }) })
  await noteCommand(store, world, "token create", lineOf(token, at))
  if (json) stdout.write(`${JSON.stringify({ ...token, text })}\n`)
  else {
    stdout.write(`${text}\n`)
    stderr.write(`This is the token "${name}". Keep it now: it is not shown again.\n`)
  }
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]

async function list(store: Store, { json }: { json?: true }, { now, stdout }: World): Promise<void> {
  const tokens = await store.listTokens()
  if (json) stdout.write(`${JSON.stringify(tokens)}\n`)
  else if (tokens.length === 0) stdout.write("There is no token: newsroom token create makes one.\n")
  else for (const token of tokens) stdout.write(`${lineOf(token, now())}\n`)
}

function lineOf(
  { id, name, scopes: allowed, kinds: of, locales, expiresAt, revokedAt, lastUsedAt }: Token,
  now: Date,
): string {
  const state =
    revokedAt !== undefined
      ? `revoked ${dayOf(revokedAt)}`
      : expiresAt === undefined
        ? "good until revoked"
        : Date.parse(expiresAt) <= now.getTime()
          ? `over since ${dayOf(expiresAt)}`
          : `good until ${dayOf(expiresAt)}`
  const used = lastUsedAt === undefined ? "never used" : `last used ${lastUsedAt.slice(0, 16)}Z`
  return [
    id,
    name,
    allowed.join(" "),
    of.join(" ") || "all kinds",
    locales.join(" ") || "all languages",
    state,
    used,
  ].join("  ")
}

const dayOf = (instant: string) => instant.slice(0, 10)

async function revoke(store: Store, name: string, { json }: { json?: true }, world: World): Promise<void> {
  const { now, stdout } = world
  if (!(await store.revokeToken(name, now().toISOString())))
    throw new Failure(`There is no token "${name}" that could be revoked: newsroom token list shows them.`)
  await noteCommand(store, world, "token revoke", name)
  stdout.write(json ? `${JSON.stringify({ revoked: name })}\n` : `The token "${name}" lets nobody in any more.\n`)
}

function readName(name: string): string {
  // It is who is said to have made a revision.
  if (name.length <= 100 && Revision.shape.by.safeParse(name).success) return name
  throw new InvalidArgumentError("It must be one line of at most 100 characters, with no space at its ends.")
}

const collect =
  <Value extends string>(known: readonly Value[]) =>
  (value: string, before: Value[] = []): Value[] => {
    const values = value.split(",") as Value[]
    const stray = values.find((one) => !known.includes(one))
    if (stray !== undefined) throw new InvalidArgumentError(`Allowed are ${known.join(", ")}.`)
    return [...before, ...values]
  }

function collectLocales(value: string, before: string[] = []): string[] {
  const values = value.split(",")
  if (!values.every((tag) => Locale.safeParse(tag).success))
    throw new InvalidArgumentError("It must be a language tag, as in en, fr or pt-BR.")
  return [...before, ...values]
}

/** The instant at which a token is over: after so many hours, days or years, or with a day, in UTC. */
function readExpiry(text: string, now: Date): string {
  const [, count, unit] = /^(\d{1,5})([hdy])$/.exec(text) ?? []
  const hours = { h: 1, d: 24, y: 24 * 365 }[unit as "h" | "d" | "y"]
  const until =
    count === undefined ? Date.parse(`${text}T23:59:59.999Z`) : now.getTime() + Number(count) * hours * 3_600_000
  if (!/^(?:\d+[hdy]|\d{4}-\d\d-\d\d)$/.test(text) || Number.isNaN(until) || new Date(until).getUTCFullYear() > 9999)
    throw new Failure(
      `--expires is "${text.slice(0, 40)}", which is no time: say 12h, 90d or 1y, or a day as in 2027-01-31.`,
      2,
    )
  if (until <= now.getTime()) throw new Failure(`--expires is ${text}, which is over.`, 2)
  return new Date(until).toISOString()
}
