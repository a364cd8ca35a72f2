// npm start, npm test, npm run dev, npm run newsroom: on any Node from 20 on, with nothing installed before.
// Fetches the pinned pnpm into .tooling/ once; pnpm installs the pinned Node; all else runs on that.
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { constants } from "node:os"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { resultFiles, sumResults } from "./results.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))
const windows = process.platform === "win32"
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
const home = join(root, ".tooling", packageManager.replace("@", "-"))
const bin = join(home, "node_modules", ".bin")
const node = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node")
const app = join(root, "apps", "newsroom", "dist", "main.js")

const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", PATH: [bin, process.env.PATH].join(delimiter) }
// npm hands its own settings to its children, where they would be taken for pnpm's.
for (const name of Object.keys(env)) if (/^npm_(config|package|lifecycle)_/i.test(name)) delete env[name]

const [command, ...args] = process.argv.slice(2)

const commands = {
  start: async () => {
    setUp("inherit")
    build("inherit")
    await run(node, [app, "serve", "--sample"])
  },
  dev: async () => {
    setUp("inherit")
    build("inherit")
    const rebuild = ["exec", "turbo", "watch", "build", "--filter=@pg/newsroom...", "--output-logs=errors-only"]
    await Promise.race([run("pnpm", rebuild), run(node, ["--watch", app, "serve", "--sample"])])
    process.kill(process.pid, "SIGTERM")
  },
  newsroom: async () => {
    setUp("quiet")
    build("quiet")
    await run(node, [app, ...args], process.env.INIT_CWD)
  },
  test: async () => {
    setUp("inherit")
    for (const file of resultFiles(root)) rmSync(file)
    const turbo = ["exec", "turbo", "run", "build", "check", "test", "lint", "format", "knip", "layers", "--continue", ...args]
    const { status } = spawnSync("pnpm", turbo, { cwd: root, env, stdio: "inherit", shell: windows })
    const sum = sumResults(root)
    if (status !== 0) console.log("A check above failed; the sum counts the tests alone.")
    console.log(sum.text)
    process.exitCode = status === 0 && sum.failed === 0 && sum.passed > 0 ? 0 : 1
  },
}

if (Number(process.versions.node.split(".")[0]) < 20) fail(`Node 20 or later is needed; this is ${process.version}.`)
if (!Object.hasOwn(commands, command)) fail(`Usage: node tools/run.mjs ${Object.keys(commands).join(" | ")}`)
await commands[command]()

/** Fetches pnpm where it is not there yet, and installs what the lock file says; without network where nothing changed. */
function setUp(output) {
  const pnpm = join(bin, windows ? "pnpm.cmd" : "pnpm")
  const quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
  if (!existsSync(pnpm)) {
    console.error(`Fetching ${packageManager} (once) …`)
    step("npm", ["install", "--prefix", home, ...quiet, packageManager], "quiet", "the npm registry could not be reached, perhaps")
  }
  step("pnpm", ["install", "--frozen-lockfile", "--reporter=append-only"], output, "its message is above")
}

function build(output) {
  step("pnpm", ["exec", "turbo", "run", "build", "--output-logs=errors-only"], output, "its message is above")
}

/** Runs one step to its end. A quiet one leaves standard output to the command and speaks only when it fails. */
function step(name, argv, output, hint) {
  const stdio = output === "quiet" ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"]
  const result = spawnSync(name, argv, { cwd: root, env, stdio, shell: windows })
  if (result.error) fail(`${name} could not be started: ${result.error.message}`)
  if (result.status === 0) return
  process.stderr.write(Buffer.concat([result.stdout, result.stderr].filter(Boolean)))
  fail(`${name} ${argv[0]} failed: ${hint}.`)
}

/** Runs the last step beside us, hands it the signals that we get, and ends as it ended. */
function run(name, argv, cwd = root) {
  // The database is the project's own, wherever the command was typed.
  const database = { NEWSROOM_DATABASE: `sqlite:${join(root, "data", "newsroom.db")}` }
  const child = spawn(name, argv, { cwd, env: { ...database, ...env }, stdio: "inherit", shell: windows && name === "pnpm" })
  // A terminal sends Ctrl-C to the child as well; a second one would be taken for impatience.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)))
  return new Promise((resolve) => {
    child.on("error", (error) => fail(`${name} could not be started: ${error.message}`))
    child.on("exit", (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 15)
      resolve()
    })
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
