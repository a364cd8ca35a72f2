import { afterAll, beforeAll, expect, test } from "vitest"
import { operations } from "../src/openapi/operations.js"
import { examples, openArchive } from "./archive.js"

const hostile = { ...examples["news/dated"]!, issued: "2030", title: `</code><script>alert("1")</script>` }
let archive: Awaited<ReturnType<typeof openArchive>>
let page = ""
beforeAll(async () => {
  archive = await openArchive([...Object.values(examples), hostile])
  const response = await archive.api.request("/api/docs")
  expect(response.status).toBe(200)
  page = await response.text()
})
afterAll(() => archive.close())

test.each(operations.filter(({ id }) => id !== "getDocs"))(
  "the page says of $id how to ask and what is answered",
  ({ id, path }) => {
    const article = page.slice(page.indexOf(`id="${id}"`), page.indexOf("</article>", page.indexOf(`id="${id}"`)))
    expect(article).toContain(path)
    expect(article).toContain("curl &#39;https://example.org/".replaceAll("&#39;", "'"))
    expect(article).toContain("What it answers now: 200")
  },
)

test("the page has no script and asks nobody else", () => {
  expect(page).not.toMatch(/<script|javascript:| on\w+=/)
  expect([...page.matchAll(/(?:src|href)="([^"]*)"/g)].filter(([, url]) => !/^[#/]/.test(url ?? ""))).toEqual([])
})

test("what an item says cannot become part of the page", () => {
  expect(page).toContain("&lt;/code&gt;&lt;script&gt;")
})

test("the page is there where the archive is empty", async () => {
  const empty = await openArchive([])
  expect((await empty.api.request("/api/docs")).status).toBe(200)
  await empty.close()
})

test("its style is a file of its own", async () => {
  const response = await archive.api.request("/api/docs.css")
  expect(response.headers.get("content-type")).toMatch("text/css")
})
