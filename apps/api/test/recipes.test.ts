import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { serve } from "@hono/node-server"
import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { examples, openArchive, startedAt } from "./archive.js"

/** The recipes of the client's README, each run as it stands against a server. */
const readme = readFileSync(new URL("../../../packages/client/README.md", import.meta.url), "utf8")
const recipes = [...readme.matchAll(/<!-- test: (\w+) -->\n```ts\n([^]*?)```/g)].map(([, name = "", code = ""]) => ({
  name,
  code,
}))

/** In the package, so that what a recipe imports is found. */
const folder = mkdtempSync(fileURLToPath(new URL("recipes-", import.meta.url)))
let archive: Awaited<ReturnType<typeof openArchive>>
let server: ReturnType<typeof serve>
beforeAll(async () => {
  const prisons = { ...examples["event/timed"]!, title: "Health in prison", topics: ["prisons", "drug-policy"] }
  archive = await openArchive([...Object.values(examples), prisons])
  const scopes = ["items:write" as const, "items:publish" as const]
  const { text } = await archive.store.createToken({ name: "recipe", scopes, kinds: [], locales: [], at: startedAt })
  vi.stubEnv("NEWSROOM_TOKEN", text)
  server = serve({ fetch: archive.api.fetch, port: 0, hostname: "127.0.0.1" })
  await once(server, "listening")
})
afterAll(async () => {
  vi.unstubAllEnvs()
  server.close()
  await archive.close()
  rmSync(folder, { recursive: true })
})

async function run(code: string): Promise<string> {
  const file = join(folder, `recipe-${Math.abs(code.length)}.ts`)
  writeFileSync(
    file,
    code.replace("http://localhost:3000", `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  )
  const said: string[] = []
  const log = vi
    .spyOn(console, "log")
    .mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(" ")))
  try {
    await import(/* @vite-ignore */ file)
  } finally {
    log.mockRestore()
  }
  return said.join("\n")
}

const expected: Record<string, RegExp> = {
  pages: /^Health in prison 2021-06$/m,
  facets: /^issued.year: 2021 \(2\)\ntopic: prisons \(2\)$/m,
  replica: new RegExp(`^${Object.keys(examples).length} items$`, "m"),
  errors: /^422 /,
  minimal: /Symposium|Étude/,
  writing: /^published They met in Strasbourg.\nsomebody was quicker; together: They met in Strasbourg.$/,
}

test.each(recipes)("the recipe $name does what it says", async ({ name, code }) => {
  expect(await run(code)).toMatch(expected[name] ?? /^$/)
})

test("there are six recipes", () => {
  expect(recipes.map(({ name }) => name)).toEqual(Object.keys(expected))
})
