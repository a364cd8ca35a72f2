import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { documents } from "../../../../packages/files/test/samples.js"
import type { WriteExamples } from "../../src/openapi/examples.js"
import { newsExample } from "../../src/openapi/writing/items.js"
import { writeOperations } from "../../src/openapi/writing/operations.js"
import { refusalResponses } from "../../src/openapi/writing/problems.js"
import { mergedInto } from "../../src/openapi/writing/steps.js"
import { apiPath } from "../../src/site.js"
import { id, meeting, type Newsroom, news, openNewsroom } from "./newsroom.js"

const file = fileURLToPath(new URL("../../src/openapi/fixtures/write-examples.json", import.meta.url))
const pdf = documents["application/pdf"]
const any: Record<string, string> = { "If-Match": "*" }

let room: Newsroom
beforeAll(async () => {
  let made = 100
  room = await openNewsroom({ newId: () => id(++made) })
})
afterAll(() => room.close())

type Asking = { at?: Record<string, string>; search?: string; headers?: Record<string, string>; body?: unknown }

const given: WriteExamples = { answers: {}, problems: {} }

/** Does what an operation does, with the body that the contract shows, or another. */
async function ask(name: string, { at = {}, search = "", headers: said, body }: Asking) {
  const operation = writeOperations.find((one) => one.id === name)
  if (!operation) throw new Error(`there is no operation ${name}`)
  const { method, example } = operation
  const headers = said ?? (operation.parameters.some((parameter) => parameter.name === "If-Match") ? any : {})
  const path = operation.path.replace(/[{](\w+)[}]/g, (_, variable: string) => at[variable] ?? "")
  const [first = ""] = Object.keys(operation.body?.content ?? {})
  const type = headers["Content-Type"] ?? example.mediaType ?? first
  const sent = body ?? operation.body?.content[type]?.example
  const response = await room.api.request(path + search, {
    method: method.toUpperCase(),
    headers: { Authorization: `Bearer ${room.token}`, ...(type !== "" && { "Content-Type": type }), ...headers },
    ...(sent !== undefined && { body: isBytes(sent) ? sent : JSON.stringify(sent) }),
  })
  const mediaType = (response.headers.get("content-type") ?? "").split(";")[0] ?? ""
  const text = await response.text()
  const isJson = ["application/json", "application/problem+json"].includes(mediaType)
  return { status: response.status, mediaType, value: isJson ? JSON.parse(text) : text }
}

const isBytes = (sent: unknown): sent is string | Uint8Array<ArrayBuffer> =>
  typeof sent === "string" || sent instanceof Uint8Array

/** Keeps what an operation answers as an example; gives it. */
async function show(name: string, asking: Asking = {}) {
  const { status, mediaType, value } = await ask(name, asking)
  expect(status, `${name}: ${JSON.stringify(value)}`).toBeLessThan(300)
  const answer = ((given.answers[name] ??= {})[status] ??= {})
  answer[mediaType] = withoutSecrets(value)
  return value
}

/** Keeps with what an operation refuses something as an example. */
async function showRefusal(refusal: string, status: number, name: string, asking: Asking) {
  const { status: answered, value } = await ask(name, asking)
  expect([answered, refusal]).toEqual([status, refusal])
  given.problems[refusal] = withoutSecrets(value)
}

/** What is signed with a secret of each archive's own, or made anew for each request. */
const withoutSecrets = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, below: unknown) => {
      if (key === "next") return "b3BhcXVl"
      if (key === "requestId") return id(0)
      return key === "url" && typeof below === "string" ? below.replace(/(\/preview\/).*/, "$1b3BhcXVl") : below
    }),
  )

async function writeItems() {
  await show("createItem", { search: "?validate-only" })
  await show("createItem")
  const at = { id: id(1) }
  await show("putItem", { at, headers: { "If-None-Match": "*" } })
  await show("putItem", { at, headers: { "If-Match": '"r1"' }, body: { ...newsExample, kicker: "Strasbourg" } })
  await show("patchItem", { at, headers: { "If-Match": '"r2"' } })
  const both = { title: "Ministers meet again", summary: "They met in Strasbourg, and agreed." }
  await showRefusal("Stale", 412, "patchItem", { at, headers: { "If-Match": '"r1"' }, body: both })
  await showRefusal("PreconditionRequired", 428, "patchItem", { at, headers: {} })
  const misspelt = { ...newsExample, topics: ["drug-polcy"] }
  await showRefusal("Invalid", 422, "putItem", { at, body: misspelt })
  await showRefusal("Malformed", 400, "putItem", { at, body: Uint8Array.of(0xff) })
  await showRefusal("UnsupportedMediaType", 415, "putItem", {
    at,
    headers: { "Content-Type": "text/html", ...any },
    body: "x",
  })
  await showRefusal("Unauthorized", 401, "putItem", { at, headers: { Authorization: "Bearer nobody" } })
  const writer = { Authorization: `Bearer ${await room.tokenFor(["items:write"])}` }
  await showRefusal("Forbidden", 403, "publishItem", { at, headers: { ...writer, ...any } })
  await show("writeItems", { body: [newsExample, { ...newsExample, title: "" }] })
  await show("writeItems", { headers: { "Content-Type": "application/x-ndjson" } })
}

async function takeSteps() {
  const at = { id: id(1) }
  for (const step of ["submit", "reject", "schedule", "unschedule", "publish", "withdraw"])
    await show(`${step}Item`, { at })
  await showRefusal("Unfit", 409, "submitItem", { at })
  await show("removeItem", { at })
  await room.send("PUT", `/items/${id(2)}?action=publish`, meeting)
  for (const step of ["reschedule", "postpone", "cancel"]) await show(`${step}Item`, { at: { id: id(2) } })
  for (const other of [mergedInto, id(3)]) await room.send("PUT", `/items/${other}?action=publish`, news)
  await room.send("PATCH", `/items/${id(3)}`, { title: "Ministers met" }, any)
  await show("restoreItem", { at: { id: id(3) } })
  await show("mergeItem", { at: { id: id(3) } })
}

async function readListing() {
  const listing = await show("importListing")
  const at = { id: listing.items[0].item.id as string }
  await room.send("PATCH", `/items/${at.id}`, { summary: "They met in Strasbourg, and agreed." }, any)
  const text = "strasbourg 31 august 2021\n\nMinisters meet\n\nThey met in Strasbourg, in the town hall.\n\nRead More\n"
  await ask("importListing", { body: text })
  await show("resolveItem", { at })
  await showRefusal("BodyTooLarge", 413, "importListing", { body: "x".repeat(500_001) })
}

async function handInFiles() {
  for (let time = 0; time < 2; time++) await show("putFile", { search: "?name=agenda.pdf", body: pdf })
  const { id: sha256 } = (await show("putFile", { search: "?name=agenda.pdf", body: pdf })) as { id: string }
  await show("getFile", { at: { id: sha256 } })
  const tus = { "Tus-Resumable": "1.0.0" }
  await showRefusal("OtherTusVersion", 412, "beginUpload", { headers: { "Upload-Length": "10" } })
  const begun = await room.send("POST", "/uploads", undefined, { ...tus, "Upload-Length": "10" })
  const at = { id: begun.headers.get("location")?.replace(`${apiPath}/uploads/`, "") ?? "" }
  const more = (offset: number) => ({ at, headers: { ...tus, "Upload-Offset": String(offset) }, body: "12345" })
  await ask("addToUpload", more(0))
  await show("getUpload", { at })
  await showRefusal("UploadElsewhere", 409, "addToUpload", more(0))
}

async function readAtTheDesk() {
  const at = { id: id(4), revision: "latest" }
  await room.send("PUT", `/items/${at.id}`, newsExample)
  await room.send("PATCH", `/items/${at.id}`, { title: "Ministers met" }, any)
  await show("listRevisions", { at })
  await show("getRevision", { at })
  await show("compareRevisions", { at })
  await show("listDrafts", { search: "?limit=1" })
  await show("listAudit", { search: "?limit=2" })
  const { url } = await show("previewItem", { at })
  await show("getPreview", { at: { token: (url as string).split("/").at(-1) ?? "" } })
}

/** Of six tokens each begins as much as one may, which is more than all may together. */
async function fillUploads() {
  const begin = (token: string) => ({
    headers: { "Tus-Resumable": "1.0.0", "Upload-Length": "1000000", Authorization: `Bearer ${token}` },
  })
  const tokens = await Promise.all(Array.from({ length: 6 }, () => room.tokenFor(["files:write"])))
  for (const token of tokens) for (let count = 0; count < 10; count++) await ask("beginUpload", begin(token))
  await showRefusal("UploadsFull", 507, "beginUpload", begin(tokens[5] ?? ""))
}

test("the examples of what whoever writes is answered are answers that were really given, to what the contract shows", async () => {
  await writeItems()
  await takeSteps()
  await readListing()
  await handInFiles()
  await readAtTheDesk()
  await fillUploads()
  for (const { id: name, successes } of writeOperations)
    for (const [status, { content }] of Object.entries(successes))
      expect(Object.keys(given.answers[name]?.[status] ?? {}), `${name} ${status}`).toEqual(Object.keys(content))
  expect(Object.keys(given.problems).toSorted()).toEqual(Object.keys(refusalResponses()).toSorted())
  await expect(`${JSON.stringify(given, undefined, 2)}\n`).toMatchFileSnapshot(file)
  expect(room.reported).toEqual([])
})
