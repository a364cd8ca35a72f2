// npm start, npm test, npm run dev, newsroom, bench, conformance, pictures: on any Node from 20 on, with nothing installed before.
// Fetches the pinned pnpm into .tooling/ once; pnpm installs the pinned Node; all else runs on that.
import { spawn } from "node:child_process"
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs"
import { constants } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { clearResults, formatSum, sumResults } from "./results.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const windows = process.platform === "win32"
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const tooling = join(root, ".tooling", packageManager.replace("@", "-"))
const modules = join(root, "node_modules")
const node = join(modules, "node", "bin", windows ? "node.exe" : "node")
const turbo = join(modules, "turbo", "bin", "turbo")
const app = join(root, "apps", "newsroom", "dist", "main.js")
const [command, ...args] = process.argv.slice(2)
const env = environment()

const commands = {
  async start() {
    await setUp()
    await build()
    return run(node, [app, "serve", "--sample"])
  },
  /** turbo builds again what a change concerns and then starts the server again. */
  async dev() {
    await setUp()
    return run(node, [turbo, "watch", "serve", "--concurrency=10", ...args])
  },
  async newsroom() {
    await setUp()
    await build()
    return run(node, [app, ...args], { cwd: process.env.INIT_CWD ?? process.cwd() })
  },
  /** Some minutes; the archives that it makes are kept in data/bench. */
  async bench() {
    await setUp()
    await build("@pg/bench...")
    return run(node, [join(root, "apps", "bench", "dist", "main.js"), ...args])
  },
  /** Others' programs read what is served; on Debian they are installed first, elsewhere they must be there. */
  async conformance() {
    await setUp()
    await build("@pg/conformance...")
    const suite = join("apps", "conformance")
    clearResults(root, [suite])
    const vitest = join(root, suite, "node_modules", "vitest", "vitest.mjs")
    const { code } = await run(node, [vitest, "run", ...args], { cwd: join(root, suite) })
    return conclude(code, sumResults(root, [suite]))
  },
  /** Takes the pictures in docs/pictures anew, with a browser. */
  async pictures() {
    await setUp()
    await build("@pg/newsroom...")
    return run(node, [join(root, "apps", "newsroom", "pictures.ts")])
  },
  async test() {
    await setUp()
    clearResults(root)
    const checks = ["build", "check", "test", "check:package", "test:tools", "lint", "check:format", "knip", "layers"]
    const { code } = await run(node, [turbo, "run", ...checks, "--continue", "--output-logs=new-only", ...args])
    const isPart = args.some((arg) => /^(-F|--filter|--affected)/.test(arg))
    return conclude(code, { ...sumResults(root), ...(isPart && { missing: [] }) })
  },
}

if (Number.parseInt(process.versions.node, 10) < 20) fail(`Node 20 or later is needed; this is ${process.version}.`)
if (!Object.hasOwn(commands, command)) fail(`Usage: node tools/run.mjs ${Object.keys(commands).join(" | ")}`)

let child
const asked = new Set()
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop)
// npm may be killed without a word to us: then our parent is another.
const parent = process.ppid
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || stop("SIGTERM"), 100).unref()
process.exitCode = (await commands[command]()).code

/** Fetches pnpm where it is not there yet, and installs what the lock file says; no network where nothing changed. */
async function setUp() {
  if (!existsSync(tooling)) {
    const part = `${tooling}.part`
    rmSync(part, { recursive: true, force: true })
    const plain = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    const brief = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    const install = ["install", "--prefix", part, ...plain, ...brief, packageManager]
    await step(`Fetching ${packageManager}`, "npm", install)
    renameSync(part, tooling)
  }
  await step("Installing Node and the libraries", "pnpm", ["install", "--frozen-lockfile", "--reporter=append-only"])
}

/** Says how many checks passed and failed, in one line, the last. What left no results has failed. */
function conclude(code, sum) {
  for (const suite of sum.missing) console.error(`${suite} left no results, which counts as a failure.`)
  sum.failed += sum.missing.length
  if (code !== 0 && sum.failed === 0) {
    console.error("A check above failed, which counts as a failure.")
    sum.failed = 1
  }
  console.log(formatSum(sum))
  return { code: code || Math.min(sum.failed, 1) }
}

function build(what = "@pg/newsroom...") {
  return step("Building", node, [turbo, "run", "build", `--filter=${what}`])
}

/** Runs one step before the command itself: nothing on standard output, and a word only if it is slow or fails. */
async function step(title, name, argv) {
  const notice = setTimeout(() => console.error(`${title} …`), existsSync(node) ? 2000 : 0)
  const { code, output } = await run(name, argv, { stdio: ["ignore", "pipe", "pipe"] })
  clearTimeout(notice)
  if (asked.size > 0) fail("Stopped.", code || 1)
  if (code === 0) return
  process.stderr.write(output)
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNRE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|network|dns error/i.test(output)
  fail(`${title}: failed.${offline ? " Is the npm registry reachable? The first run needs it." : ""}`, code)
}

/** Runs a program to its end; tells the code that it ended with and, where that was piped, what it wrote. */
function run(name, argv, { cwd = root, stdio = "inherit" } = {}) {
  // npm and pnpm are shell scripts on Windows; Node does not quote for the shell.
  const shell = windows && name !== node
  child = spawn(name, shell ? argv.map((arg) => `"${arg}"`) : argv, { cwd, env, stdio, shell })
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => output.push(chunk))
  return new Promise((resolve) => {
    child.on("error", (error) => fail(`${name} could not be started: ${error.message}`))
    child.on("close", (code, signal) =>
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), output: Buffer.concat(output).toString() }),
    )
  })
}

function stop(signal) {
  // Ctrl-C in a terminal reaches the child without us, and others may say again what we have heard: once is enough.
  if (!asked.has(signal) && !(signal === "SIGINT" && process.stdin.isTTY)) child?.kill(signal)
  asked.add(signal)
}

function environment() {
  // npm hands its own settings to its children, where pnpm would take them for its own; the registry may stay.
  const foreign = /^npm_(config_(?!registry$)|package_|lifecycle_)|^NODE_ENV$/i
  const kept = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)))
  const path = Object.keys(kept).find((name) => name.toUpperCase() === "PATH") ?? "PATH"
  kept[path] = [join(modules, ".bin"), join(tooling, "node_modules", ".bin"), kept[path]].join(delimiter)
  kept.TURBO_TELEMETRY_DISABLED = "1"
  // The project's own, wherever the command is typed.
  kept.NEWSROOM_DATABASE ||= `sqlite:${join(root, "data", "newsroom.db")}`
  return kept
}

function fail(message, code = 1) {
  console.error(message)
  process.exit(code)
}
