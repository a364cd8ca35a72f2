import { run } from "./run.js"

/** Runs apt-get, for three minutes at most; what it cannot do it says, and shows in what is lacking afterwards. */
export async function aptGet(args: readonly string[], cwd = "/"): Promise<void> {
  try {
    await run("apt-get", ["-qq", ...args], { cwd, env: { DEBIAN_FRONTEND: "noninteractive" }, seconds: 180 })
  } catch (error) {
    process.stderr.write(`${String(error)}\n`)
  }
}
