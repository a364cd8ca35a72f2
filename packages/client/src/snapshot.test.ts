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

test("what is no snapshot is not taken for one", async () => {
  await expect(read("{}\n")).rejects.toThrow("does not begin as a snapshot does")
})
