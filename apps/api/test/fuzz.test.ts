import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Operation } from "../src/openapi/operation.js"
import { operations } from "../src/openapi/operations.js"
import type { Parameter } from "../src/openapi/parameters.js"
import { examples, openArchive } from "./archive.js"

/** Every operation of the contract, asked with what it allows and with what it does not. Each answer is held to it too. */
let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

type Schema = {
  type?: string
  enum?: readonly string[]
  items?: Schema
  anyOf?: Schema[]
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
}

/** Values that a schema allows. */
function valid({ name, schema }: Parameter): fc.Arbitrary<string> {
  if (name === "id")
    return fc.constantFrom(...Object.values(examples).map(({ id }) => id), "0190b3a5-7c1e-7000-8000-0000000000ff")
  if (name === "slug") return fc.constantFrom(...Object.values(examples).map(({ slug }) => slug), "no-such-slug")
  return of(schema)
}

function of(schema: Schema): fc.Arbitrary<string> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(of))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.items) return fc.array(of(schema.items), { minLength: 1, maxLength: 3 }).map((values) => values.join(","))
  if (schema.type === "integer")
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 }).map(String)
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern))
  return fc.string({
    unit: "grapheme",
    minLength: schema.minLength ?? 0,
    maxLength: Math.min(schema.maxLength ?? 200, 200),
  })
}

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", ",", "%", "\u0000", "__proto__", "-1", "1e9", "'; --", "..", "x".repeat(2100)),
)
const accept = fc.constantFrom(
  undefined,
  "*/*",
  "application/atom+xml",
  "image/png",
  "text/calendar;q=0.5, */*;q=0.1",
  ";;;",
)

/** An address of an operation, some of its parameters filled in. */
function address(operation: Operation, values: (parameter: Parameter) => fc.Arbitrary<string>): fc.Arbitrary<string> {
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path")
  // Waiting for news would hold up the test, not the API.
  const inQuery = operation.parameters.filter(({ in: where, name }) => where === "query" && name !== "wait")
  return fc
    .record({
      path: fc.record(Object.fromEntries(inPath.map((parameter) => [parameter.name, values(parameter)]))),
      query: fc.record(Object.fromEntries(inQuery.map((parameter) => [parameter.name, values(parameter)])), {
        requiredKeys: [],
      }),
    })
    .map(({ path, query }) => {
      const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""))
      const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, value ?? ""])).toString()
      return asked ? `${filled}?${asked}` : filled
    })
}

const ask = async (path: string, wanted: string | undefined) => {
  const response = await archive.api.request(path, { headers: wanted === undefined ? {} : { accept: wanted } })
  await response.arrayBuffer()
  return response
}

describe.each(operations)("$id", (operation) => {
  test("answers what the contract allows as it says, and never with a failure of its own", async () => {
    await fc.assert(
      fc.asyncProperty(address(operation, valid), accept, async (path, wanted) => {
        expect((await ask(path, wanted)).status, path).toBeLessThan(500)
      }),
      { numRuns: 60 },
    )
    expect(archive.reported).toEqual([])
  }, 30_000)

  test("answers whatever else it is asked as the contract says, and never with a failure of its own", async () => {
    await fc.assert(
      fc.asyncProperty(
        address(operation, (parameter) => fc.oneof(anything, valid(parameter))),
        accept,
        async (path, wanted) => {
          expect((await ask(path, wanted)).status, path).toBeLessThan(500)
        },
      ),
      { numRuns: 60 },
    )
    expect(archive.reported).toEqual([])
  }, 30_000)

  test("refuses a parameter that it does not know", async () => {
    const example = operation.example.replace("{id}", examples["event/timed"]?.id ?? "").replace("{slug}", "x")
    const response = await ask(`${example}${example.includes("?") ? "&" : "?"}nonsense=1`, undefined)
    expect(response.status).toBe(operation.failures.includes(422) ? 422 : 200)
  })
})
