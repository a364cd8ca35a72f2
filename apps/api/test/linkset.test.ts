import LinkHeader from "http-link-header"
import { type Item, kindOf, parseItem } from "@pg/domain"
import { formats } from "@pg/formats"
import { afterAll, beforeAll, expect, test } from "vitest"
import { z } from "zod"
import { writeLinkHeader } from "../src/link-header.js"
import { linksetOf, linksOfItem, linksOfPage } from "../src/links.js"
import { createSite } from "../src/site.js"
import { examples, openArchive } from "./archive.js"

let archive: Awaited<ReturnType<typeof openArchive>>
beforeAll(async () => {
  archive = await openArchive(Object.values(examples))
})
afterAll(() => archive.close())

const site = createSite("https://example.org")
const withFiles = examples["publication/handbook"]!
const address = (id: string) => `/api/v1/items/${id}/linkset`

/** RFC 9264 section 4.2: one member, an array of objects that each have an anchor and, by relation, arrays of targets. */
const Target = z.strictObject({ href: z.url(), type: z.string().optional() })
const Linkset = z.strictObject({
  linkset: z.array(z.object({ anchor: z.url() }).catchall(z.array(Target).min(1))),
})
const targetsOf = (context: object | undefined, relation: string) =>
  z
    .array(Target)
    .min(1)
    .parse(Object.entries(context ?? {}).find(([name]) => name === relation)?.[1])

test("an item's link set says how to cite it, what it is, what describes it, and what its files are", async () => {
  const response = await archive.api.request(`${address(withFiles.id)}.json`)
  expect(response.headers.get("content-type")).toBe("application/linkset+json")
  const { linkset } = Linkset.parse(await response.json())
  const page = site.itemPageUrl(withFiles)
  const ofPage = linkset.find(({ anchor }) => anchor === page)
  expect(ofPage).toMatchObject({
    "cite-as": [{ href: "https://doi.org/10.1000/example.1" }],
    type: [{ href: expect.stringContaining("https://schema.org/") }, { href: "https://schema.org/AboutPage" }],
    item: kindOf(withFiles)
      .files(withFiles)
      .map(({ url }) => ({ href: url })),
  })
  expect(ofPage?.["describedby"]).toEqual(
    formats.map(({ extension, mediaType }) => ({
      href: `https://example.org/api/v1/items/${withFiles.id}.${extension}`,
      type: mediaType,
    })),
  )
})

test("every description and every file leads back to the page, and each address that is ours is there", async () => {
  const { linkset } = Linkset.parse(await (await archive.api.request(address(withFiles.id))).json())
  const page = site.itemPageUrl(withFiles)
  const ofPage = linkset.find(({ anchor }) => anchor === page)
  for (const [relation, back] of [
    ["describedby", "describes"],
    ["item", "collection"],
  ] as const)
    for (const { href } of targetsOf(ofPage, relation))
      expect(linkset.find(({ anchor }) => anchor === href)?.[back]).toEqual([{ href: page, type: "text/html" }])
  for (const { href, type = "" } of targetsOf(ofPage, "describedby")) {
    const response = await archive.api.request(href)
    expect([response.status, response.headers.get("content-type")]).toEqual([200, expect.stringContaining(type)])
  }
})

test("the same links come as text, which a reader of headers understands", async () => {
  const response = await archive.api.request(`${address(withFiles.id)}.txt`)
  expect(response.headers.get("content-type")).toMatch(/^application\/linkset(?:;|$)/)
  const { refs } = LinkHeader.parse((await response.text()).replaceAll("\n", " "))
  expect(refs.map(({ uri, ...link }) => ({ href: uri, ...link }))).toEqual(linksetOf(withFiles, site))
})

test.each([
  ["*/*", "application/linkset+json"],
  ["application/linkset", "application/linkset"],
  ["application/linkset;q=0.4, application/linkset+json", "application/linkset+json"],
  ["text/html", "application/linkset+json"],
])("whoever accepts %s is given %s", async (accept, expected) => {
  const { headers } = await archive.api.request(address(withFiles.id), { headers: { accept } })
  expect(headers.get("content-type")?.split(";")[0]).toBe(expected)
  expect(headers.get("vary")).toBe("Accept")
})

test("no id, an unknown one and a parameter that there is not are refused as everywhere", async () => {
  const status = async (path: string) => (await archive.api.request(path)).status
  expect(await status(address("nothing"))).toBe(404)
  expect(await status(address("00000000-0000-5000-8000-000000000000"))).toBe(404)
  expect(await status(`${address(withFiles.id)}?format=json`)).toBe(422)
})

test("an API answer leads to its page and to the item in every other format, and its address by id is the canonical one", () => {
  const [given, ...others] = formats
  const links = linksOfItem(withFiles, site, given!)
  const of = (rel: string) => links.filter((link) => link.rel === rel).map(({ href }) => href)
  expect(of("describes")).toEqual([site.itemPageUrl(withFiles)])
  expect(of("canonical")).toEqual([`https://example.org/api/v1/items/${withFiles.id}.json`])
  expect(of("alternate")).toEqual(
    others.map(({ extension }) => `https://example.org/api/v1/items/${withFiles.id}.${extension}`),
  )
})

test("a header of links is what was linked, to a reader that is not ours", () => {
  for (const item of Object.values(examples)) {
    const links = linksOfPage(item, site)
    const { refs } = LinkHeader.parse(writeLinkHeader(links) ?? "")
    expect(refs.map(({ uri, ...link }) => ({ href: uri, ...link }))).toEqual(links)
  }
})

test("what an item is at schema.org is the same in its links as in its JSON-LD", async () => {
  for (const item of Object.values(examples)) {
    const response = await archive.api.request(`/api/v1/items/${item.id}.jsonld`)
    const { "@type": type } = z.object({ "@type": z.string() }).parse(await response.json())
    expect(linksOfPage(item, site)).toContainEqual({ rel: "type", href: `https://schema.org/${type}` })
  }
})

test("what has a DOI is cited by it, and everything else by its page", () => {
  const citation = (item: Item) => linksOfPage(item, site).find(({ rel }) => rel === "cite-as")?.href
  expect(citation(parseItem({ ...withFiles, doi: "10.1000/a#b" }))).toBe("https://doi.org/10.1000/a%23b")
  expect(citation(parseItem({ ...withFiles, doi: undefined }))).toBe(site.itemPageUrl(withFiles))
})

test("an item with very many files has no header longer than 4,000 characters: its link set has them all", () => {
  const files = Array.from({ length: 200 }, (_, index) => ({ url: `https://example.org/${"a".repeat(300)}/${index}` }))
  const item = { ...withFiles, attachments: files }
  const header = writeLinkHeader(linksOfPage(item, site)) ?? ""
  expect(header.length).toBeLessThan(4000)
  expect(LinkHeader.parse(header).rel("linkset")).toHaveLength(2)
  expect(linksetOf(item, site).filter(({ rel }) => rel === "item").length).toBeGreaterThanOrEqual(200)
})

test("an address with letters of any script goes into a header in ASCII, and one that leads nowhere does not", () => {
  const attachments = [{ url: "https://example.org/ö/звіт.pdf" }, { url: "https://%zz/" }]
  const header = writeLinkHeader(linksOfPage({ ...withFiles, attachments }, site)) ?? ""
  expect(new Headers({ Link: header }).get("Link")).toContain("/%C3%B6/%D0%B7%D0%B2%D1%96%D1%82.pdf")
  expect(header).not.toContain("%zz")
})
