import { spawn } from "node:child_process"
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { text } from "node:stream/consumers"
import { afterEach, beforeEach, expect, test as everywhere } from "vitest"

const test = everywhere.skipIf(process.platform === "win32") // the stubs are shell scripts

// A project of which pnpm and turbo are stubs that talk; the launcher and the app's process are real.
let root
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "run ")))
  write("package.json", JSON.stringify({ type: "module", packageManager: "pnpm@1.0.0" }))
  write(".tooling/pnpm-1.0.0/node_modules/.bin/pnpm", "#!/bin/sh\necho installed\n")
  chmodSync(join(root, ".tooling/pnpm-1.0.0/node_modules/.bin/pnpm"), 0o755)
  write("node_modules/turbo/bin/turbo", 'console.log("built")')
  mkdirSync(join(root, "node_modules/node/bin"), { recursive: true })
  symlinkSync(process.execPath, join(root, "node_modules/node/bin/node"))
  for (const file of ["run.mjs", "results.mjs"]) cpSync(join(import.meta.dirname, file), join(root, "tools", file))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

function launch(args, env = {}) {
  const child = spawn(process.execPath, [join(root, "tools/run.mjs"), ...args], { env: { ...process.env, ...env } })
  const ended = new Promise((resolve) => child.on("close", (code) => resolve(code)))
  return { child, ended, stdout: text(child.stdout), stderr: text(child.stderr) }
}

const app = "apps/newsroom/dist/main.js"

test("a command's standard output is its own, and so are its exit code, arguments and folder", async () => {
  write(app, "console.log(JSON.stringify([process.argv.slice(2), process.cwd()])); process.exitCode = 3")
  mkdirSync(join(root, "elsewhere"))
  const run = launch(["newsroom", "parse", "a b"], { INIT_CWD: join(root, "elsewhere") })
  expect(await run.ended).toBe(3)
  expect(JSON.parse(await run.stdout)).toEqual([["parse", "a b"], join(root, "elsewhere")])
  expect(await run.stderr).toBe("")
})

test("the database is the project's own, unless another is named", async () => {
  write(app, "console.log(process.env.NEWSROOM_DATABASE)")
  const own = launch(["newsroom"], { NEWSROOM_DATABASE: "" })
  expect(await own.stdout).toBe(`sqlite:${join(root, "data/newsroom.db")}\n`)
  const named = launch(["newsroom"], { NEWSROOM_DATABASE: "sqlite:other.db" })
  expect(await named.stdout).toBe("sqlite:other.db\n")
})

test("npm's settings do not reach the app, but for the registry", async () => {
  write(app, "console.log(Object.keys(process.env).filter((name) => name.startsWith('npm_config')).join())")
  const run = launch(["newsroom"], { npm_config_yes: "true", npm_config_registry: "https://registry.example.org/" })
  expect(await run.stdout).toBe("npm_config_registry\n")
})

test("what a step of the set-up said is told on standard error when it fails", async () => {
  write("node_modules/turbo/bin/turbo", 'console.log("no such type"); process.exitCode = 2')
  const run = launch(["newsroom", "parse"])
  expect(await run.ended).toBe(2)
  expect(await run.stdout).toBe("")
  expect(await run.stderr).toContain("no such type\nBuilding: failed.")
})

test("a server that is asked to stop ends as it wants, and the launcher ends with it", async () => {
  write(
    app,
    'process.once("SIGTERM", () => setTimeout(process.exit, 50, 7)); setInterval(() => 0, 1000); console.log("up")',
  )
  const run = launch(["start"])
  run.child.stdout.once("data", () => run.child.kill("SIGTERM"))
  expect(await run.ended).toBe(7)
})
