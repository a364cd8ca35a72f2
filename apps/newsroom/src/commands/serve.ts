import type { Command } from "commander"
import type { World } from "../world.js"

/** `newsroom serve`: API and reader on one port, until the process is asked to stop. */
export function addServe(program: Command, world: World): void {
  program
    .command("serve")
    .description("Serve the reader at / and the API at /api/v1, until stopped (SIGTERM, Ctrl-C).")
    .option("--sample", "import the sample content first, if the archive has nothing in it yet")
    .addHelpText("after", help)
    .action(async (options: { sample?: true }) => {
      // API and reader take longer to load than a listing to parse: the other commands do without them.
      const { serve } = await import("../serve.js")
      await serve(options, world)
    })
}

const help = `
Settings are taken from the environment: PORT, HOST, NEWSROOM_DATABASE, NEWSROOM_URL,
NEWSROOM_FILES, NEWSROOM_FILE_MB, NEWSROOM_EMAIL, NEWSROOM_LOG, NEWSROOM_CACHE_MB, NEWSROOM_RATE_LIMIT,
NEWSROOM_WRITE_LIMIT, NEWSROOM_TRUSTED_PROXIES, NEWSROOM_METRICS_TOKEN, NEWSROOM_WEBHOOK_ALLOW,
NEWSROOM_WEBHOOK_TIMEOUT, NEWSROOM_WEBSUB_HUB
(see newsroom --help).

Examples:
  newsroom serve --sample
  PORT=8080 NEWSROOM_DATABASE=sqlite:/var/lib/newsroom.db newsroom serve`
