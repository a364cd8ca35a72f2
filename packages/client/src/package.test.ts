import { execFileSync } from "node:child_process"
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"

const here = fileURLToPath(new URL("..", import.meta.url))
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc")

/** Another project, with what `pnpm pack` makes of the client and of what it needs of ours, and nothing else of this one. */
let project: string
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "client-package-"))
  const modules = join(project, "node_modules")
  for (const name of ["domain", "client"]) {
    const folder = join(here, "..", name)
    execFileSync("pnpm", ["pack", "--pack-destination", project], { cwd: folder, stdio: "pipe" })
    const installed = join(modules, "@pg", name)
    mkdirSync(installed, { recursive: true })
    const tarball = readdirSync(project).find((file) => file.startsWith(`pg-${name}-`)) ?? ""
    execFileSync("tar", ["-xzf", join(project, tarball), "-C", installed, "--strip-components", "1"])
  }
  mkdirSync(join(modules, "@noble"))
  for (const name of ["zod", "@noble/hashes"]) symlinkSync(join(here, "node_modules", name), join(modules, name), "dir")
  writeFileSync(join(project, "package.json"), '{ "type": "module" }')
  copyFileSync(join(here, "test/consumer/use.ts"), join(project, "use.ts"))
}, 60_000)
afterAll(() => rmSync(project, { recursive: true, force: true }))

test("what is packed names no workspace, so that any package manager takes it", () => {
  const manifest = readFileSync(join(project, "node_modules/@pg/client/package.json"), "utf8")
  expect(manifest).not.toContain("workspace:")
  expect(JSON.parse(manifest)).toMatchObject({ dependencies: { "@pg/domain": expect.stringMatching(/^\d/) } })
})

test("Node loads it in another project, and it asks for what it is asked", () => {
  const program = `
    import { createClient } from "@pg/client"
    const fetch = async ({ url }) => Response.json({ items: [], total: 0, url })
    console.log((await createClient({ baseUrl: "https://example.org/api/v1", fetch }).find({ topic: ["hiv"] })).url)`
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], {
    cwd: project,
    encoding: "utf8",
  })
  expect(said).toBe("https://example.org/api/v1/items?topic=hiv\n")
})

test.each([
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
])(
  "TypeScript finds its types there, by %s modules",
  (module, moduleResolution) => {
    const options = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2023,dom", "--types", ""]
    const modules = ["--module", module, "--moduleResolution", moduleResolution]
    const asked = [compiler, ...options, ...modules, "use.ts"]
    expect(execFileSync(process.execPath, asked, { cwd: project, encoding: "utf8" })).toBe("")
  },
  60_000,
)
