import { readFileSync } from "node:fs"
import { kinds, parameters } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

test("what the README says of a mistyped parameter is what is answered", async () => {
  const shown = [...readme.matchAll(/^# (.*)$/gm)].map(([, text]) => text?.trim()).join("")
  const answered = await (await archive.api.request("/api/v1/items?topik=prisons")).text()
  expect(shown).toContain(answered)
})

test("the README names every parameter and every list", () => {
  for (const name of parameters) expect(readme).toContain(`| \`${name}\``)
  for (const { segment } of kinds) expect(readme).toContain(`\`/api/v1/${segment}\``)
})
