import { ApiError } from "@pg/client"
import { formats } from "@pg/formats"
import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixture, fixtures } from "./fixtures.js"

const { ask, text } = readerOf(fixtures)

const languageFor = async (acceptLanguage?: string) => {
  const answer = await ask("/", { headers: acceptLanguage === undefined ? {} : { "Accept-Language": acceptLanguage } })
  expect(answer.status).toBe(302)
  expect(answer.headers.get("Vary")).toBe("Accept-Language")
  return answer.headers.get("Location")
}

test("the site leads to the language that the browser likes best", async () => {
  expect(await languageFor()).toBe("/en")
  expect(await languageFor("fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5")).toBe("/fr")
  expect(await languageFor("de, fr;q=0.3, en;q=0.2")).toBe("/fr")
  expect(await languageFor("fr;q=0, en;q=0.1")).toBe("/en")
  expect(await languageFor(";;q=x,,")).toBe("/en")
})

test("a page that the browser has already is not sent again", async () => {
  const first = await ask("/en/news")
  expect(first.headers.get("Cache-Control")).toMatch(/^public, max-age=0, /)
  const etag = first.headers.get("ETag") ?? ""
  expect((await ask("/en/news", { headers: { "If-None-Match": `W/${etag}, "x"` } })).status).toBe(304)
  expect((await ask("/fr/news", { headers: { "If-None-Match": etag } })).status).toBe(200)
})

test("HEAD answers as GET does, without the page", async () => {
  const answer = await ask("/en/news", { method: "HEAD" })
  expect(answer.status).toBe(200)
  const page = await ask("/en/news")
  expect(answer.headers.get("ETag")).toBe(page.headers.get("ETag"))
  expect(answer.headers.get("Content-Length")).toBe(String((await page.arrayBuffer()).byteLength))
  expect(await answer.text()).toBe("")
})

test.each(["/", "/en", "/en/news", "/fr/search", "/assets/style.css", "/en/nothing"])(
  "%s is only read",
  async (path) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await ask(path, { method })
      expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"])
    }
    expect((await ask(path, { method: "OPTIONS" })).headers.get("Allow")).toBe("GET, HEAD, OPTIONS")
  },
)

test.each(["/en", "/en/nothing", "/", "/en/news?sort=x", "/assets/nothing.css"])(
  "%s forbids the browser whatever the site does not need",
  async (path) => {
    const { headers } = await ask(path)
    const policy = headers.get("Content-Security-Policy") ?? ""
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src 'self' https:; /,
    )
    expect(policy).not.toMatch(/unsafe|script-src/)
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff")
    expect(headers.get("Cross-Origin-Opener-Policy")).toBe("same-origin")
    expect(headers.get("Referrer-Policy")).toBe("strict-origin-when-cross-origin")
  },
)

test("the style sheet that pages name is there, for ever", async () => {
  const path = /<link rel="stylesheet" href="([^"]+)">/.exec(await text("/en"))?.[1] ?? ""
  const answer = await ask(path)
  expect(answer.headers.get("Content-Type")).toBe("text/css; charset=utf-8")
  expect(answer.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable")
})

test("a form's empty fields lead to the short address that means the same", async () => {
  const answer = await ask("/en/news?q=&topic=statute&country=&locale=&sort=")
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/en/news?topic=statute"])
  expect((await ask("/fr/news?locale=fr&sort=-issued")).headers.get("Location")).toBe("/fr/news")
})

test("an address with a slash at its end leads to the one without", async () => {
  const answer = await ask("/en/news/?topic=statute")
  expect([answer.status, answer.headers.get("Location")]).toEqual([301, "/en/news?topic=statute"])
})

test("no address leads to another site", async () => {
  for (const path of ["//example.org/", "/%5Cexample.org/", "/en//example.org/", "//example.org//en/"])
    expect((await ask(path)).headers.get("Location") ?? "", path).not.toMatch(/^(?:\w+:|\/\/|\/\\)/)
})

test("a slug that an item used to have leads to the one of now", async () => {
  const item = fixture("news", "revised-statute-adopted")
  const renamed = readerOf([item], { getShown: async () => item })
  const answer = await renamed.ask("/en/news/old-name")
  expect([answer.status, answer.headers.get("Location")]).toEqual([301, "/en/news/revised-statute-adopted"])
})

test("an address that is no slug is not asked for: the API would give another format of the item", async () => {
  const unasked = readerOf(fixtures, { getShown: () => Promise.reject(new Error("it was asked")) })
  expect((await unasked.ask("/en/news/revised-statute-adopted.atom")).status).toBe(404)
})

test("where there is nothing, a search is filled in from the address", async () => {
  const answer = await ask("/fr/news/statut-revis%C3%A9.html")
  expect(answer.status).toBe(404)
  expect(answer.headers.get("Cache-Control")).toBe("no-store")
  expect(await answer.text()).toContain('value="statut revisé"')
})

test("a question that cannot be understood is 422, and says what was probably meant", async () => {
  const answer = await ask("/en/news?tpoic=statute&topic=history")
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain("There is no filter called “tpoic”.")
  expect(html).toContain("Did you mean “topic”?")
  expect(html).toContain('<a href="/en/news?topic=history">Show the list without it</a>')
})

test("a cursor that only the API can judge is 422 too", async () => {
  const problem = { type: "about:blank", title: "", status: 422, errors: [{ parameter: "cursor", detail: "no" }] }
  const refusing = readerOf(fixtures, {
    find: () => Promise.reject(new ApiError("no", { status: 422, problem })),
  })
  const answer = await refusing.ask("/en/news?cursor=abc&topic=history")
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('<a href="/en/news?topic=history">')
})

test("an API that does not answer is 503, said in words, with a way to try again", async () => {
  const unreachable = readerOf([], { find: () => Promise.reject(new ApiError("cannot be reached")) })
  const answer = await unreachable.ask("/fr/news?topic=hiv")
  expect(answer.status).toBe(503)
  expect(answer.headers.get("Retry-After")).toBe("10")
  expect(await answer.text()).toContain('<a class="action" href="/fr/news?topic=hiv">Réessayer</a>')
})

test("a fault of ours is 500, with an apology and without the reason", async () => {
  const broken = readerOf([], { find: () => Promise.reject(new Error("secret detail")) })
  const answer = await broken.ask("/en/news")
  expect(answer.status).toBe(500)
  const html = await answer.text()
  expect(html).toContain("we are sorry")
  expect(html).not.toContain("secret detail")
})

test("a component that fails ends its own page, not the process half a minute later", async () => {
  const item = { ...fixture("news", "revised-statute-adopted"), topics: undefined as unknown as string[] }
  const broken = readerOf([item], { getShown: async () => item })
  expect((await broken.ask("/en/news/revised-statute-adopted")).status).toBe(500)
})

test("an item's page says where its links and its other forms are, to machines that look at headers only", async () => {
  const link = (await ask("/en/news/revised-statute-adopted")).headers.get("link") ?? ""
  expect(link).toMatch(/^<https:\/\/[^>]+\/en\/news\/revised-statute-adopted>; rel="cite-as"/)
  for (const type of ["AboutPage", "NewsArticle"]) expect(link).toContain(`<https://schema.org/${type}>; rel="type"`)
  expect(link).toMatch(/<https:\/\/[^>]+\/en\/news>; rel="collection"/)
  expect(link).toMatch(/<https:\/\/[^>]+\/api\/v1\/items\/[\w-]+\/linkset\.json>; rel="linkset"/)
  for (const { extension, mediaType } of formats)
    expect(link).toContain(`.${extension}>; rel="describedby"; type="${mediaType}"`)
  expect((await ask("/en/news")).headers.get("link")).toBe(null)
})

test("the list that an item's page is said to be in has it, also where the page is in another language", async () => {
  const { ask } = readerOf([fixture("news", "revised-statute-adopted", { locale: "de" })])
  const link = (await ask("/en/news/revised-statute-adopted")).headers.get("link")
  expect(link).toMatch(/<https:\/\/[^>]+\/en\/news\?locale=de>; rel="collection"/)
})
