import { actions } from "@pg/domain"
import { afterAll, beforeAll, expect, test } from "vitest"
import { formOperations } from "../../src/openapi/operations.js"
import { writeOperations } from "../../src/openapi/writing/operations.js"
import { id, type Newsroom, news, openNewsroom } from "./newsroom.js"

let room: Newsroom
let page = ""
beforeAll(async () => {
  room = await openNewsroom()
  page = await (await room.api.request("/api/docs")).text()
})
afterAll(() => room.close())

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")

/** What a line for the shell asks, with what its variables stand for. */
function read(line: string, variables: Record<string, string>) {
  const text = line.replaceAll("\\\n", " ").replace(/[$]\{?([A-Z]+)\}?/g, (_, name: string) => variables[name] ?? "")
  const words = [...text.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, one, two, three]) => one ?? two ?? three ?? "")
  const after = (option: string) => words.flatMap((word, index) => (word === option ? [words[index + 1] ?? ""] : []))
  const headers = after("-H").map((field) => [field.slice(0, field.indexOf(":")), field.slice(field.indexOf(":") + 2)])
  const isOfFile = words.includes("--data-binary")
  const [body = isOfFile ? "paris 1 may 2021\n\nA title\n\nA teaser.\n\nRead More\n" : undefined] = after("-d")
  return {
    url: words.find((word) => word.startsWith("https:")) ?? "",
    method: after("-X")[0] ?? "GET",
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(body !== undefined && { body }),
  }
}

const ask = ({ url, ...init }: ReturnType<typeof read>) => room.api.request(url, init)
const linesIn = (html: string) => [...html.matchAll(/<code>(curl [^]*?)<\/code>/g)].map(([, line = ""]) => plain(line))

test("every line on writing works as it stands, one after the other", async () => {
  const section = page.slice(page.indexOf('id="writing"'), page.indexOf('id="parameters"'))
  const variables = { TOKEN: room.token, ID: "" }
  const lines = linesIn(section)
  expect(lines.length).toBe(6)
  for (const line of lines) {
    const response = await ask(read(line, variables))
    expect([200, 201], `${line}\n${await response.clone().text()}`).toContain(response.status)
    variables.ID ||= ((await response.json()) as { itemId: string }).itemId
  }
  expect((await room.read(`/items/${variables.ID}`)).status).toBe(200)
  for (const action of actions) expect(section).toContain(`<th scope="row"><code>${action}</code></th>`)
})

test.each([...formOperations, ...writeOperations])(
  "the line of $id is one that the API understands",
  async ({ id: name, path, method }) => {
    const start = page.indexOf(`<article class="operation" id="${name}"`)
    const article = page.slice(start, page.indexOf("</article>", start))
    expect(article).toContain(`<b>${method.toUpperCase()}</b> ${path}`)
    expect(article).not.toContain("What it answers now")
    await room.send("PUT", `/items/${id(1)}`, news, { "If-None-Match": "*" })
    const [line = ""] = linesIn(article)
    const { status, headers } = await ask(read(line, { TOKEN: room.token, ID: id(1), LINK: "none" }))
    // The item may be in another state, or further on; but nothing is malformed, and nothing is missing.
    expect([200, 201, 204, 404, 409, 412, 415, 422], line).toContain(status)
    if (headers.has("content-type")) expect(headers.get("content-type")).toMatch(/json|xml/)
  },
)
