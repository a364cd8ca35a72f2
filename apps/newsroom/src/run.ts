import { FilesError } from "@pg/files"
import { StoreError } from "@pg/store"
import { Command, CommanderError } from "commander"
import manifest from "../package.json" with { type: "json" }
import { addFiles } from "./commands/files.js"
import { addImport } from "./commands/import.js"
import { addParse } from "./commands/parse.js"
import { addServe } from "./commands/serve.js"
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
    .description("Serves an archive of news, events and publications, and imports text listings into it.")
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
  addFiles(program, world)
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
  NEWSROOM_TRUSTED_PROXIES
                     how many proxies stand before the server, whose X-Forwarded-For says who asks (default 0)

Exit codes:
  0  all went well
  1  something failed or was not all read
  2  a wrong option, argument or setting

Examples:
  newsroom serve --sample
  newsroom import listing.txt
  newsroom parse listing.txt | head -n 1`
