import { Hono } from "hono"
import { expect, test } from "vitest"
import { cutSuffix, negotiate } from "./negotiate.js"

const app = new Hono().get("/", (c) => c.text(negotiate(c)?.name ?? "none"))
const negotiated = async (accept?: string) =>
  (await app.request("/", { headers: accept === undefined ? {} : { accept } })).text()

test("JSON is given where nothing, or anything, is asked for", async () => {
  for (const accept of [undefined, "", "*/*", "text/html,application/xml;q=0.9,*/*;q=0.8"])
    expect(await negotiated(accept)).toBe("json")
})

test("nothing is given where nothing that there is is asked for", async () => {
  for (const accept of ["image/png", "text/html", "application/json;q=0", "nonsense;;;,"])
    expect(await negotiated(accept)).toBe("none")
})

test("what is liked best is given, whatever stands first", async () => {
  expect(await negotiated("application/atom+xml")).toBe("atom")
  expect(await negotiated("application/json;q=0.5, application/atom+xml;q=0.9")).toBe("atom")
  expect(await negotiated("Application/Atom+XML, application/json;q=0.9")).toBe("atom")
  expect(await negotiated("*/*, application/atom+xml;q=0.5")).toBe("json")
})

test("what is refused is not given, however wide the range that allows it", async () => {
  expect(await negotiated("application/json;q=0, */*")).toBe("ndjson")
  expect(await negotiated("application/json;q=0, application/*;q=0.3")).toBe("ndjson")
})

test("a suffix names a format; what is no format's extension is part of the name", () => {
  expect(cutSuffix("items.atom")).toMatchObject({ name: "items", format: { name: "atom" } })
  expect(cutSuffix("a-slug")).toEqual({ name: "a-slug", format: undefined })
  expect(cutSuffix("report.pdf")).toEqual({ name: "report.pdf", format: undefined })
})
