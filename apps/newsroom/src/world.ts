import type { WriteStream } from "node:tty"

/** A stream that text goes to; `isTTY` where a person is watching it. */
export type Output = NodeJS.WritableStream & Partial<Pick<WriteStream, "isTTY">>

/** All that the command meets outside itself, so that the entry alone reads clock, environment and standard streams. */
export type World = {
  env: Readonly<Record<string, string | undefined>>
  now: () => Date
  stdin: AsyncIterable<Uint8Array>
  stdout: Output
  stderr: Output
  /** So many random bytes that nobody can guess. */
  randomBytes: (size: number) => Uint8Array
  /** Settles when the process is asked to stop (SIGTERM, SIGINT); asked again a second later, it ends at once. */
  untilStopped: () => Promise<void>
}
