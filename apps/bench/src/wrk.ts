import { execFile, execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"

/** What came of a load: answers in all and a second, and how long half and 99 % of them took, in milliseconds. */
export type Answered = { total: number; perSecond: number; p50: number; p99: number }

/** Whether wrk is on this machine: a load generator in C, which a server that is quick does not wait for. */
export const hasWrk = (): boolean => {
  try {
    execFileSync("wrk", ["--version"], { stdio: "ignore" })
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT" // asked for its version, it ends with 1
  }
}

/** Asks for addresses, one after the other, on ten connections, for so many seconds. Throws where one fails. */
export async function loadByWrk(url: string, paths: readonly string[], seconds: number): Promise<Answered> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"))
  const script = join(folder, "paths.lua")
  writeFileSync(script, scriptOf(paths))
  try {
    const args = ["-t1", "-c10", `-d${seconds}s`, "--latency", "-s", script, url]
    const [command = "", ...rest] = [...onTheOther, "wrk", ...args]
    const { stdout } = await promisify(execFile)(command, rest)
    return read(stdout)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Servers have the first core. */
const onTheOther = process.platform === "linux" ? ["taskset", "-c", "1"] : []

const scriptOf = (paths: readonly string[]) => `
local paths = {${paths.map((path) => JSON.stringify(path)).join(",")}}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
`

function read(said: string): Answered {
  const failed = /Non-2xx[^:]*: (\d+)|Socket errors: (.*)/.exec(said)
  if (failed) throw new Error(`Of the requests some failed: ${failed[0]}.`)
  const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? Number.NaN)
  const milliseconds = (percent: string) => {
    const [, amount = "", unit = ""] = new RegExp(`${percent}%\\s+([\\d.]+)(us|ms|s)`).exec(said) ?? []
    return Number(amount) * (unit === "us" ? 0.001 : unit === "s" ? 1000 : 1)
  }
  return {
    total: number(/(\d+) requests in/),
    perSecond: number(/Requests\/sec:\s*([\d.]+)/),
    p50: milliseconds("50"),
    p99: milliseconds("99"),
  }
}
