import { execFileSync } from "node:child_process"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const consumer = fileURLToPath(new URL("../test/consumer", import.meta.url))
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc")

/** What the types of a program that uses the built client cost: 30,000 at the time of writing, most of it zod's. */
const mostInstantiations = 40_000

test("the types cost an editor little", () => {
  const said = execFileSync(process.execPath, [compiler, "-p", consumer, "--extendedDiagnostics"], { encoding: "utf8" })
  const instantiations = Number(/Instantiations:\s*(\d+)/.exec(said)?.[1])
  expect(instantiations).toBeGreaterThan(0)
  expect(instantiations).toBeLessThan(mostInstantiations)
}, 30_000)
