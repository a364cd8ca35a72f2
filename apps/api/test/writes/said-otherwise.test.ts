import { expect, onTestFinished, test } from "vitest"
import { id, meeting, news, openNewsroom } from "./newsroom.js"

async function open() {
  const room = await openNewsroom()
  onTestFinished(room.close)
  return room
}

test("what is said of a step goes into its body, and whoever puts it into the address is told so", async () => {
  const room = await open()
  await room.send("PUT", `/items/${id(1)}?action=publish`, { ...meeting, id: id(1) })
  for (const [step, name] of [
    ["cancel", "changeNote"],
    ["schedule", "publishAt"],
    ["merge", "into"],
  ]) {
    const { status, json } = await room.send("POST", `/items/${id(1)}:${step}?${name}=storm`, {}, { "If-Match": "*" })
    expect([status, json.errors]).toEqual([
      422,
      [{ parameter: name, detail: `goes into the body of a step, as JSON: {"${name}":…}` }],
    ])
  }
})

test.each([
  ["Content-Encoding", "gzip", "A body packed with gzip is not read here"],
  ["Content-Type", "application/json; charset=utf-16", "A text in utf-16 is not read here"],
  ["Content-Type", 'application/json; charset="latin1"', "A text in latin1 is not read here"],
])("a body with %s: %s is refused as what it is (415)", async (field, value, words) => {
  const room = await open()
  for (const path of ["/items", "/items:batch"]) {
    const { status, json, headers } = await room.send("POST", path, news, { [field]: value })
    expect([status, json.detail]).toEqual([415, expect.stringContaining(words)])
    if (field === "Content-Encoding") expect(headers.get("accept-encoding")).toBe("identity")
  }
  expect((await room.send("POST", "/items", news, { "Content-Type": "application/json; charset=UTF-8" })).status).toBe(
    201,
  )
})

test("an empty If-Match is told what goes into it, and a list without entries that it needs one", async () => {
  const room = await open()
  await room.send("PUT", `/items/${id(1)}`, { ...news, id: id(1) })
  const empty = await room.send("PATCH", `/items/${id(1)}`, { kicker: "A" }, { "If-Match": "" })
  expect([empty.status, empty.json.detail]).toEqual([400, expect.stringMatching(/^If-Match is empty: .*"r3"/)])
  const none = await room.send("POST", `/items/${id(1)}:resolve`, { fields: [], take: "ours" }, { "If-Match": "*" })
  expect([none.status, none.json.errors]).toEqual([422, [{ pointer: "/fields", detail: "must have at least 1 entry" }]])
})

test("a file is taken as curl sends it, which says of any body that it is a form", async () => {
  const room = await open()
  const { status, json } = await room.send("POST", "/files?name=agenda.txt", "An agenda\n", {
    "Content-Type": "application/x-www-form-urlencoded",
  })
  expect([status, json.attachment?.mediaType ?? json.mediaType]).toEqual([201, "text/plain"])
})
