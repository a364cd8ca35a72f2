import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { createClient } from "./index.js"

const clientOf = (body: string) =>
  createClient({ baseUrl: "http://api.example", fetch: () => new Response(new Blob([body]).stream()) })

const first = `{"snapshot":{"next":"abc"}}\n`
const read = async (body: string) => {
  const { next, items } = await clientOf(body).snapshot()
  const read = []
  for await (const item of items) read.push(item)
  return { next, items: read }
}

test("a snapshot gives its items, and where the log goes on from it", async () => {
  expect(await read(`${first}{"id":"x"}\n{"end":{"items":1}}\n`)).toEqual({ next: "abc", items: [{ id: "x" }] })
})

test.each([
  ["before its end", `${first}{"id":"x"}\n`],
  ["within a line", `${first}{"id":"x"}\n{"id":`],
  ["with an item too few", `${first}{"id":"x"}\n{"end":{"items":2}}\n`],
])("a snapshot that was cut off %s is not taken for whole", async (_, body) => {
  await expect(read(body)).rejects.toThrow("was cut off after 1 items")
})

const digestOf = (lines: string) => `sha-256=:${createHash("sha256").update(lines).digest("base64")}:`

test("a snapshot of which a letter came otherwise than it was sent is not taken for whole", async () => {
  const line = `{"id":"é"}\n`
  const end = `{"end":{"items":1,"digest":"${digestOf(line)}"}}\n`
  expect((await read(first + line + end)).items).toEqual([{ id: "é" }])
  await expect(read(first + line.replace("é", "e") + end)).rejects.toThrow("was damaged on its way")
})

test("what is no snapshot is not taken for one", async () => {
  await expect(read("{}\n")).rejects.toThrow("does not begin as a snapshot does")
})
