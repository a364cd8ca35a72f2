import { FilesError } from "@pg/files"
import { StoreError } from "@pg/store"
import { Command, CommanderError } from "commander"
import manifest from "../package.json" with { type: "json" }
import { addAudit } from "./commands/audit.js"
import { addBackup } from "./commands/backup.js"
import { addCheck } from "./commands/check.js"
import { addExport } from "./commands/export.js"
import { addFiles } from "./commands/files.js"
import { addImport } from "./commands/import.js"
import { addMigrate } from "./commands/migrate.js"
import { addParse } from "./commands/parse.js"
import { addRestore } from "./commands/restore.js"
import { addServe } from "./commands/serve.js"
import { addToken } from "./commands/token.js"
import { addStats } from "./commands/stats.js"
import { addWebhook } from "./commands/webhook.js"
import { Failure } from "./failure.js"
import type { World } from "./world.js"

/**
 * Runs the command with its arguments and gives its exit code: 0 all went well, 1 something failed or was not all
 * read, 2 a wrong option, argument or setting. Whatever else is thrown is a bug and goes through.
 */
export async function run(args: readonly string[], world: World): Promise<number> {
  try {
    await createProgram(world).parseAsync(args, { from: "user" })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof Failure || error instanceof StoreError || error instanceof FilesError)) throw error
    world.stderr.write(`newsroom: ${error.message}\n`)
    return error instanceof Failure ? error.exitCode : 1
  }
}

function createProgram(world: World): Command {
  const program = new Command("newsroom")
    .description(
      "Serves an archive of news, events and publications, imports text listings into it, and keeps it safe.",
    )
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
    })
    .showHelpAfterError("--help says what there is.")
    .addHelpText("after", help)
  addServe(program, world)
  addImport(program, world)
  addParse(program, world)
  addToken(program, world)
  addExport(program, world)
  addBackup(program, world)
  addRestore(program, world)
  addMigrate(program, world)
  addStats(program, world)
  addCheck(program, world)
  addWebhook(program, world)
  addFiles(program, world)
  addAudit(program, world)
  return program
}

const help = `
Settings (environment):
  PORT               the port to serve on (default 3000; 0 takes any that is free)
  HOST               the address to listen on (default 127.0.0.1; 0.0.0.0 for every network)
  NEWSROOM_DATABASE  sqlite:PATH or postgres://… (default sqlite:./data/newsroom.db)
  NEWSROOM_FILES     where files are kept: file:PATH or s3://BUCKET?endpoint=URL&region=REGION (default the folder "files"
                     beside an SQLite database, else file:./data/files)
  NEWSROOM_FILE_MB   how large a file may be, in MB (default 100)
  NEWSROOM_URL       the address that the public sees (default http://localhost:PORT, or HOST's own)
  NEWSROOM_EMAIL     where harvesters can write to you (default webmaster at the host of NEWSROOM_URL)
  NEWSROOM_LOG       silent, error, warn, info or debug: what serve says on standard error, as lines of JSON (default
                     info, at a terminal warn)
  NEWSROOM_CACHE_MB  how much the cache of answers may hold, in MB (default 64; 0 for no cache)
  NEWSROOM_RATE_LIMIT
                     how many requests a client may make in a minute (default 1200; 0 for any number)
  NEWSROOM_WRITE_LIMIT
                     how often a token may be used in a minute (default 600; 0 for any number)
  NEWSROOM_TRUSTED_PROXIES
                     how many proxies stand before the server, whose X-Forwarded-For says who asks (default 0)
  NEWSROOM_METRICS_TOKEN
                     what who asks for /metrics must send as a bearer token (default none: this machine alone may ask)
  NEWSROOM_WEBHOOK_ALLOW
                     networks, addresses and hosts that webhooks may lead to although they are not public, as in
                     10.0.0.0/8,localhost (default none)
  NEWSROOM_WEBHOOK_TIMEOUT
                     how many seconds a webhook's receiver has to answer (default 15)
  NEWSROOM_WEBSUB_HUB
                     the WebSub hub that is told when the site's feeds change, and that these name (default none)

Exit codes:
  0  all went well
  1  something failed, was not all read, or was found by a check
  2  a wrong option, argument or setting

Examples:
  newsroom serve --sample
  newsroom import listing.txt
  newsroom backup /var/backups/newsroom.db
  newsroom parse listing.txt | head -n 1`
