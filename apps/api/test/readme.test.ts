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
const curls = [...readme.matchAll(/^curl (.*?)'?http:\/\/localhost:3000(\/[^'\s]*)/gm)].map(([, flags, path]) => ({
  path: path ?? "",
  accept: /Accept: ([\w/+]+)/.exec(flags ?? "")?.[1],
}))

test.each(curls)("the README's example $path answers, in the format that it asks for", async ({ path, accept }) => {
  const response = await archive.api.request(path, { headers: accept === undefined ? {} : { accept } })
  expect(response.status).toBe(path.includes("topik") ? 422 : 200)
  if (accept !== undefined) expect(response.headers.get("content-type")).toContain(accept)
})

test("what the README says of a mistyped parameter is what is answered", async () => {
  const shown = [...readme.matchAll(/^# (.*)$/gm)].map(([, text]) => text?.trim()).join("")
  const answered = await (await archive.api.request("/api/v1/items?topik=prisons")).text()
  expect(shown).toContain(answered)
})

test("the README names every parameter and every list", () => {
  for (const name of parameters) expect(readme).toContain(`| \`${name}\``)
  for (const { segment } of kinds) expect(readme).toContain(`\`/api/v1/${segment}\``)
})
