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
  untilStopped: () => new Promise((resolve) => onStop(resolve)),
})

/** A process group may hear the same signal twice at once; who asks again a second later means it. */
function onStop(stop: () => void): void {
  let askedAt: number | undefined
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => {
      if (askedAt !== undefined && performance.now() - askedAt > 1000) process.exit(1)
      askedAt ??= performance.now()
      stop()
    })
}
