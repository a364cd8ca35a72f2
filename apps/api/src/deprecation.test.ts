import { Hono } from "hono"
import { expect, test } from "vitest"
import { announce, type Deprecation } from "./deprecation.js"

const route: Deprecation = {
  route: "/old/:id",
  since: "2027-01-01",
  sunset: "2028-01-01",
  explainedAt: "https://example.org/docs/old",
}
const parameter: Deprecation = {
  route: "/items",
  parameter: "page",
  since: "2027-06-01",
  explainedAt: "https://example.org/docs/page",
}

const app = new Hono()
app.use(announce([route, parameter]))
app.get("/old/:id", (c) => c.text("", 200, { Link: '<https://example.org/>; rel="next"' }))
app.get("/items", (c) => c.text(""))

const said = async (path: string) => {
  const { headers } = await app.request(path)
  return ["deprecation", "sunset", "link"].map((name) => headers.get(name))
}

test("an address that is to go says since when, until when and where that is explained", async () => {
  expect(await said("/old/1")).toEqual([
    `@${Date.UTC(2027, 0, 1) / 1000}`,
    "Sat, 01 Jan 2028 00:00:00 GMT",
    '<https://example.org/>; rel="next", <https://example.org/docs/old>; rel="deprecation"; type="text/html"',
  ])
})

test("a parameter that is to go says so where it is used, and only there", async () => {
  expect(await said("/items?page=2")).toEqual([
    `@${Date.UTC(2027, 5, 1) / 1000}`,
    null,
    '<https://example.org/docs/page>; rel="deprecation"; type="text/html"',
  ])
  expect(await said("/items?limit=2")).toEqual([null, null, null])
})
