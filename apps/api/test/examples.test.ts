import { fileURLToPath } from "node:url"
import { kindsByName } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Examples } from "../src/openapi/examples.js"
import type { Operation } from "../src/openapi/operation.js"
import { operations } from "../src/openapi/operations.js"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const file = fileURLToPath(new URL("../src/openapi/fixtures/examples.json", import.meta.url))

/** The address that an operation gives as its example, of something that the archive has. */
function addressOf({ path, example }: Operation): string {
  const item = Object.values(examples).find(({ kind }) => path.includes(`/${kindsByName[kind].segment}/{slug}`))
  return example.replace("{slug}", item?.slug ?? "").replace("{id}", examples["event/timed"]?.id ?? "")
}

/** Cursors are signed with a secret of each archive's own. */
const withoutSecrets = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, below: unknown) => (key === "next" ? "b3BhcXVl" : below)))

test("the examples of the contract are answers that were really given", async () => {
  const given: Examples = {}
  for (const operation of operations) {
    const response = await archive.api.request(addressOf(operation))
    expect(response.status, operation.id).toBe(200)
    const mediaType = (response.headers.get("content-type") ?? "").split(";")[0] ?? ""
    expect(Object.keys(operation.content), operation.id).toContain(mediaType)
    // The contract's own example would be in itself.
    if (/[/+]json$/.test(mediaType) && operation.id !== "getContract")
      given[operation.id] = { [mediaType]: withoutSecrets(await response.json()) }
  }
  await expect(`${JSON.stringify(given, undefined, 2)}\n`).toMatchFileSnapshot(file)
})
