import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"

/** A server in a process of its own. `stop` ends it. */
export type Started = { url: string; pid: number; stop: () => Promise<void> }

/** Where there is a way to, servers have one core of their own, and what asks them has the others. */
const onOneCore = process.platform === "linux" ? ["taskset", "-c", "0"] : []

/** Starts a program of this Node and waits until it says at which address it is. */
export async function start(args: readonly string[], env: Record<string, string> = {}): Promise<Started> {
  const [command = "", ...rest] = [...onOneCore, process.execPath, ...args]
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] })
  const url = await addressOf(child)
  return { url, pid: child.pid ?? 0, stop: () => stop(child) }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const ended = once(child, "exit").then(() => Promise.reject(new Error("The server ended before it began.")))
  let said = ""
  for (;;) {
    const [chunk] = (await Promise.race([once(child.stdout ?? child, "data"), ended])) as [Buffer]
    said += chunk.toString()
    const url = /http:\/\/[\w.]+:\d+/.exec(said)?.[0]
    if (url === undefined) continue
    child.stdout?.resume()
    return url
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit")
  child.kill("SIGTERM")
  await ended
}

/** How much processor time a process has had, in microseconds; undefined where the system does not say. */
export function processorTimeOf(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined
  // The name, in brackets, may have spaces in it; of what comes behind, the 12th and 13th are hundredths of a second (proc(5)).
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

/** How much memory a process holds, in MB (10^6 bytes); undefined where the system does not say. */
export function memoryOf(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined
  const kilobytes = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]
  return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6
}
