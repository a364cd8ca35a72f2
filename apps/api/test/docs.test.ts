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

test("every line of the guide works as it stands, and that which is to fail does", async () => {
  const guide = page.slice(page.indexOf('id="guide"'), page.indexOf('id="parameters"'))
  const lines = [...guide.matchAll(/curl (?:-i )?&#39;https:\/\/example[.]org(.*?)&#39;/g)]
  expect(lines.length).toBeGreaterThanOrEqual(7)
  for (const [, path = ""] of lines) {
    const { status } = await archive.api.request(path.replaceAll("&amp;", "&"))
    expect([path, status]).toEqual([path, path.includes("topik") ? 422 : 200])
  }
  for (const [, id = ""] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`)
})

test("what every list takes is said once", () => {
  expect(page.match(/<th scope="row"><code>not[.]topic<\/code>/g)).toHaveLength(1)
  const news = page.slice(page.indexOf('id="listNews"'), page.indexOf("</article>", page.indexOf('id="listNews"')))
  expect(news).toMatch(/<a href="#parameters">Those of every list<\/a>, but for <code>kind<\/code>[.]/)
})

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
