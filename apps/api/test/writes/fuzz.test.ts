import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Parameter } from "../../src/openapi/parameters.js"
import type { WriteOperation } from "../../src/openapi/writing/operation.js"
import { writeOperations } from "../../src/openapi/writing/operations.js"
import { examples } from "../archive.js"
import { type Schema, valuesOf } from "../arbitrary.js"
import { expectWhole } from "./whole.js"
import { id, meeting, type Newsroom, news, openNewsroom } from "./newsroom.js"

/** Every operation of those who write, asked with what it allows and with what it does not. Each answer is held to the contract too. */
let room: Newsroom
let authorizations: (string | undefined)[]
let previews: string[]

const any = { "If-Match": "*" }
const ids = [1, 2, 3, 4, 5, 6, 7, 8].map(id)

beforeAll(async () => {
  room = await openNewsroom()
  for (const [index, one] of ids.entries())
    await room.send("PUT", `/items/${one}`, { ...(index % 2 === 0 ? news : meeting), title: `Item ${index}` })
  const steps: [number, string, object?][] = [
    [2, "submit"],
    [3, "schedule", { publishAt: "2030-01-01T09:00:00Z" }],
    [4, "publish"],
    [5, "publish"],
    [6, "publish"],
    [7, "publish"],
    [5, "withdraw", { changeNote: "Under review." }],
    [6, "remove", { changeNote: "Published by mistake." }],
    [7, "merge", { into: id(4) }],
  ]
  for (const [number, step, said] of steps)
    expect((await room.send("POST", `/items/${id(number)}:${step}`, said, any)).status, step).toBe(200)
  const { json } = await room.send("POST", `/items/${id(1)}:preview`)
  previews = [new URL(json.url).pathname.split("/").at(-1) ?? "", "no-preview"]
  authorizations = [
    ...Array.from({ length: 4 }, () => `Bearer ${room.token}`),
    `Bearer ${await room.tokenFor(["items:write"])}`,
    `Bearer ${await room.tokenFor(["items:read", "items:write", "items:publish"], ["event"], ["fr"])}`,
    "Bearer pgn_nobody",
    "Basic YTpi",
    undefined,
  ]
})
afterAll(() => room.close())

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", ",", "%", "\u0000", "__proto__", "-1", "1e9", "'; --", "..", "latest", "true", "x".repeat(2100)),
)

type Asked = { path: string; query: object; headers: Record<string, string>; body: unknown; by: number }

const valid = ({ name, schema }: Parameter): fc.Arbitrary<unknown> => {
  if (name === "id") return fc.constantFrom(...ids, id(99))
  if (name === "token") return fc.constantFrom(0, 1).map((index) => previews[index])
  if (name === "If-Match") return fc.constantFrom("*", '"r1"', '"r2"', '"r3"', 'W/"r1"', "r1")
  return valuesOf(schema as Schema, ids)
}

/** A request of an operation; `values` are those of its parameters, `bodies` what it is sent by media type. */
function requests(
  { path, parameters, body }: WriteOperation,
  values: (parameter: Parameter) => fc.Arbitrary<unknown>,
  bodies: (schema: Schema, mediaType: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<Asked> {
  const of = (where: Parameter["in"], more = {}) =>
    fc.record(
      {
        ...Object.fromEntries(parameters.filter((one) => one.in === where).map((one) => [one.name, values(one)])),
        ...more,
      },
      where === "path" ? {} : { requiredKeys: [] },
    )
  const mediaTypes = Object.entries(body?.content ?? {})
  const sent = mediaTypes.map(([mediaType, { schema }]) =>
    fc.record({ mediaType: fc.constant(mediaType), body: bodies(schema as Schema, mediaType) }),
  )
  const nothing = fc.constant({ mediaType: undefined, body: undefined })
  return fc
    .record({
      path: of("path"),
      query: of("query"),
      headers: of("header"),
      sent: mediaTypes.length === 0 ? nothing : fc.oneof({ weight: 9, arbitrary: fc.oneof(...sent) }, nothing),
      by: fc.nat({ max: 8 }),
    })
    .map(({ path: inPath, query, headers, sent: { mediaType, body: content }, by }) => ({
      path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(Object(inPath)[name] ?? ""))),
      query,
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        ...(mediaType !== undefined && { "Content-Type": mediaType }),
      },
      body: content,
      by,
    }))
}

/** What an item may be: by its schema alone, and as somebody writes it. */
const contents = fc.constantFrom(...Object.values(examples).map(({ source: _, id: _id, ...item }) => item))

const validBody = (schema: Schema, mediaType: string): fc.Arbitrary<unknown> => {
  const made = mediaType === "text/plain" ? fc.lorem({ mode: "sentences" }) : valuesOf(schema, ids)
  if (schema.$ref?.endsWith("/ItemInput")) return fc.oneof(made, contents, fc.constantFrom<object>(news, meeting))
  if (schema.$ref?.endsWith("/BatchInput")) return fc.oneof(made, fc.array(contents, { maxLength: 3 }))
  if (mediaType !== "application/x-ndjson") return made
  return fc.array(contents, { maxLength: 3 }).map((items) => items.map((item) => JSON.stringify(item)).join("\n"))
}

/** A valid body of which something is another thing; any JSON; any bytes. */
const anyBody = (schema: Schema, mediaType: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc
      .tuple(validBody(schema, mediaType), fc.string(), fc.jsonValue())
      .map(([body, name, value]) =>
        typeof body === "object" && body !== null
          ? { ...body, [Object.keys(body)[name.length % 7] ?? name]: value }
          : body,
      ),
    fc.jsonValue(),
    fc.string({ unit: "binary", maxLength: 100 }),
    fc.uint8Array({ maxLength: 40 }),
  )

/** Sends it, and looks that what was refused left no trace in the log. */
async function ask(method: string, { path, query, headers, body, by }: Asked): Promise<number> {
  const before = await room.store.seq()
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const authorization = authorizations[by % authorizations.length]
  const response = await room.api.request(search ? `${path}?${search}` : path, {
    method: method.toUpperCase(),
    headers: { ...headers, ...(authorization !== undefined && { Authorization: authorization }) },
    ...(body !== undefined && { body: textOf(body) }),
  })
  await response.arrayBuffer()
  if (method === "get" || response.status >= 400) expect(await room.store.seq()).toBe(before)
  return response.status
}

const textOf = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === "string" || body instanceof Uint8Array
    ? (body as string | Uint8Array<ArrayBuffer>)
    : JSON.stringify(body)

const isSendable = (value: string) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
const statuses = new Map<number, number>()

describe.each(writeOperations)("$id", (operation) => {
  test.each([
    ["what the contract allows", requests(operation, valid, validBody), 60],
    [
      "whatever else it is asked",
      requests(
        operation,
        (parameter) =>
          fc.oneof(
            valid(parameter),
            anything.filter((text) => parameter.in !== "header" || isSendable(text)),
          ),
        anyBody,
      ),
      60,
    ],
  ])(
    "answers %s as it says, and never with a failure of its own",
    async (_, asked, numRuns) => {
      await fc.assert(
        fc.asyncProperty(asked, async (request) => {
          const status = await ask(operation.method, request)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          expect(status, JSON.stringify(request)).toBeLessThan(500)
        }),
        { numRuns },
      )
      expect(room.reported).toEqual([])
    },
    60_000,
  )
})

test("much of it was done, and all ways to refuse were met", () => {
  for (const status of [200, 201, 400, 401, 403, 404, 409, 412, 422, 428])
    expect([...statuses.keys()], JSON.stringify([...statuses])).toContain(status)
})

test(
  "after all of it the log has no gap, each of its lines is whole, and what is served is what it says",
  () => expectWhole(room),
  60_000,
)
