import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { writeItem } from "@pg/domain"
import { afterAll, expect, test, vi } from "vitest"
import { exampleNames, exampleOf } from "../test/examples.js"
import * as door from "./index.js"

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
const recipes = [...readme.matchAll(/<!-- test: (\w+) -->\n```ts\n([^]*?)```/g)].map(([, name = "", code = ""]) => ({
  name,
  code,
}))

/** In the package, so that what a recipe imports is found; files that it names are there too. */
const folder = mkdtempSync(fileURLToPath(new URL("../test/recipes-", import.meta.url)))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(name: string, code: string): Promise<string[]> {
  const file = join(folder, `${name}.ts`)
  writeFileSync(
    file,
    code
      .replace(/(["`])archive\./g, `$1${folder}/archive.`)
      .replace('"@pg/formats"', JSON.stringify(fileURLToPath(new URL("./index.ts", import.meta.url)))),
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
  return said
}

const promisedBy = (code: string) => [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map(([, promise]) => promise)

test.each(recipes.filter(({ code }) => promisedBy(code).length > 0))(
  "the recipe $name prints what its comments say",
  async ({ name, code }) => {
    expect(await run(name, code)).toEqual(promisedBy(code))
  },
)

test("the recipe dump writes an archive in every format", async () => {
  writeFileSync(join(folder, "archive.ndjson"), exampleNames.map((name) => `${writeItem(exampleOf(name))}\n`).join(""))
  const dump = recipes.find(({ name }) => name === "dump")
  expect(await run("dump", dump?.code ?? "")).toEqual([`An archive in ${door.formats.length} formats`])
  expect(readdirSync(folder).filter((file) => file.startsWith("archive."))).toEqual(
    door.formats.map(({ extension }) => `archive.${extension}`).toSorted(),
  )
})

test("the README has a section for each format, and says of each how it writes the undated", () => {
  const [, rules = ""] = /^## The undated\n([^]*?)^## /m.exec(readme) ?? []
  const named = Object.entries(door).filter(([, value]) => door.formats.some((format) => format === value))
  expect(named).toHaveLength(door.formats.length)
  expect(named.filter(([name]) => !new RegExp(`^## .*\`${name}\``, "m").test(readme))).toEqual([])
  expect(named.filter(([name]) => !rules.includes(`\`${name}\``))).toEqual([])
})
