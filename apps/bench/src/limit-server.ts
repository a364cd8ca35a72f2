import { readFileSync } from "node:fs"
import { serve } from "@hono/node-server"

// The limit: a server that does nothing but send the bytes of a file, with the headers that it is given.
const [file = "", headers = "{}"] = process.argv.slice(2)
const body = readFileSync(file)
const init = { headers: JSON.parse(headers) as Record<string, string> }
const server = serve({ fetch: () => new Response(body, init), port: 0, hostname: "127.0.0.1" }, (info) =>
  process.stdout.write(`http://127.0.0.1:${info.port}\n`),
)
process.on("SIGTERM", () => server.close(() => process.exit()))
