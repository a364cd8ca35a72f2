#!/usr/bin/env node
import { run } from "./run.js"

// A reader that has had enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  now: () => new Date(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  untilStopped: () =>
    new Promise((resolve) => {
      process.on("SIGTERM", () => resolve())
      process.on("SIGINT", () => resolve())
    }),
})
