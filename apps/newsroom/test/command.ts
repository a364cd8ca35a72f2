import { spawn, type ChildProcessByStdio } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Readable, Writable } from "node:stream"
import { fileURLToPath } from "node:url"
import { onTestFinished } from "vitest"

/** The command as it is run: built, by the Node that runs the tests. */
export const builtCommand = fileURLToPath(new URL("../dist/main.js", import.meta.url))

/** What a run of the command gave. */
export type Result = { code: number | null; stdout: string; stderr: string }

type Options = { cwd: string; env?: Record<string, string>; input?: string | Uint8Array }

/** Runs the built command to its end, with no settings but those given. */
export async function newsroom(args: readonly string[], { input = "", ...options }: Options): Promise<Result> {
  const child = start(args, options)
  child.stdin.on("error", () => {}).end(input)
  const [stdout, stderr] = [readAll(child.stdout), readAll(child.stderr)]
  const [code] = (await once(child, "close")) as [number | null]
  return { code, stdout: await stdout, stderr: await stderr }
}

/** Starts `newsroom serve` on a free port and waits until it says where it is. `stop` asks it to stop and gives the result. */
export async function serve(options: Options & { args?: readonly string[] }) {
  const child = start(["serve", ...(options.args ?? [])], {
    ...options,
    env: { PORT: "0", NEWSROOM_LOG: "warn", ...options.env },
  })
  const stderr = readAll(child.stderr)
  const closed = once(child, "close") as Promise<[number | null]>
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal)
    return { code: (await closed)[0], stderr: await stderr }
  }
  const line = await Promise.race([once(child.stdout, "data"), closed])
  const url = /http:\/\/localhost:\d+/.exec(String(line[0]))?.[0]
  if (url === undefined) throw new Error(`newsroom serve did not start: ${await stderr}`)
  return { url, line: String(line[0]), child, stop }
}

/** An empty folder that goes when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "newsroom-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A file of the sample content. */
export const sample = (path: string) => fileURLToPath(new URL(`../sample/${path}`, import.meta.url))

function start(
  args: readonly string[],
  { cwd, env }: Omit<Options, "input">,
): ChildProcessByStdio<Writable, Readable, Readable> {
  return spawn(process.execPath, [builtCommand, ...args], { cwd, env: { ...env }, stdio: ["pipe", "pipe", "pipe"] })
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString("utf8")
}
