import { randomBytes } from "node:crypto"
import { run } from "./run.js"

// A reader that has had enough (`| head`) is no failure; a full disk is.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit()
    if (stream === process.stdout) process.stderr.write(`newsroom: The output cannot be written: ${message}.\n`)
    process.exit(1)
  })

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  now: () => new Date(),
  randomBytes,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  untilStopped: () => new Promise((resolve) => onStop(resolve)),
})

// Once all is written, nothing that still hangs (a connection that a server does not end) keeps the process.
process.stdout.write("", () => process.stderr.write("", () => setTimeout(() => process.exit(), 500).unref()))

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
