import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { withoutData, withoutOurs } from "./data-blocks.js"
import { fixture, fixtures } from "./fixtures.js"

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)> & \u202egnp.exe '`.trim()

/** The markup of a page, without what its attributes hold: within quotation marks a tag is only text. */
const tagsOf = (html: string) => withoutOurs(html).replace(/="[^"]*"/g, "=")

async function pageOf(changes: Parameters<typeof fixture>[2]): Promise<string> {
  const item = fixture("news", "a-title-alone", changes)
  return readerOf([item]).text("/en/news/a-title-alone")
}

test("a hostile title is text wherever it stands, and turns nothing around that stands beside it", async () => {
  const { text } = readerOf([
    // As an archive has it from before such marks were refused.
    { ...fixture("news", "a-title-alone"), title: hostile, kicker: hostile, summary: hostile },
  ])
  for (const path of ["/en", "/en/news", "/en/news/a-title-alone", "/en/search?q=script"]) {
    const html = await text(path)
    expect(tagsOf(html)).not.toMatch(/<script|<img/)
    const head = html.slice(0, html.indexOf("</head>"))
    expect(head).not.toContain("\u202e")
    for (const [, inside] of html.matchAll(/\u202e[^<]*<\/(\w+)>/g)) expect(inside).toBe("bdi")
  }
})

test("texts and addresses that were taken once are shown, those that no browser can follow without a link", async () => {
  const urls = [
    "https://x.org:99999/",
    "https://999.999.999.999/",
    "https://[::1",
    "https://a\u0000b/",
    "https://\ud800/",
  ]
  const item = {
    ...fixture("news", "a-title-alone", { title: "TITLE" }),
    people: ["\ud800", "a\u0000b"],
    title: "a\u0000\u202eb",
    links: urls.flatMap((url) => [{ url }, { url, title: "A link" }]),
    attachments: urls.map((url) => ({ url, title: "A file" })),
    image: { url: "https://x.org:99999/", alt: "\u200b" },
  }
  const { ask } = readerOf([item])
  for (const path of ["/en", "/en/news", "/en/news/a-title-alone", "/en/people", "/en/search?q=title"]) {
    const answer = await ask(path)
    expect([path, answer.status]).toEqual([path, 200])
    expect(await answer.text()).not.toContain('href="https://x.org:99999')
  }
  const url = "https://[::1"
  const event = {
    ...fixture("event", "officers-meet-online"),
    registration: { url },
    source: { name: "A source", url, retrievedAt: "2021-09-01T08:00:00Z", text: "A", spans: {}, reasons: [] },
  }
  const page = await readerOf([event]).ask(`/en/events/${event.slug}`)
  expect(page.status).toBe(200)
  expect(await page.text()).not.toContain('href="https://[::1')
  const html = await (await ask("/en/news/a-title-alone")).text()
  expect(html).toContain("<bdi>A link https://x.org:99999/</bdi>")
  expect(html).toContain("<bdi>A file https://999.999.999.999/</bdi>")
})

test("a body's HTML is left out, and of its links only those of the web and of mail are kept", async () => {
  const body = [
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) [d](https://example.org/d) [e](mailto:e@example.org)",
    '<script>alert(1)</script><a href="javascript:alert(1)" onclick="alert(1)">f</a>',
    "![g](javascript:alert(1)) <javascript:alert(1)>",
  ].join("\n\n")
  const html = await pageOf({ body })
  expect(withoutData(html)).not.toMatch(/<script|onclick|href="(?:java|data)|src="java/i)
  expect(html).toContain('<a href="https://example.org/d">d</a>')
  expect(html).toContain('<a href="mailto:e@example.org">e</a>')
})

test("a body cannot take a name that the page uses, or a heading above its own", async () => {
  const html = await pageOf({ body: "# Top\n\n### Below\n\nx[^1]\n\n[^1]: note" })
  expect(html).toContain('<h2 id="user-content-top">Top</h2>')
  expect(html).toContain('<h3 id="user-content-below">Below</h3>')
  for (const [, id] of html.matchAll(/ id="([^"]+)"/g)) expect(id).toMatch(/^(content|user-content-.+)$/)
})

test("what an address says is text in the page that answers it", async () => {
  const { text } = readerOf(fixtures)
  const said = encodeURIComponent(hostile)
  for (const path of [
    `/en/search?q=${said}`,
    `/en/news?${said}=1`,
    `/en/news?sort=${said}`,
    `/en/${said}`,
    `/en/news?topic=a${said}`,
  ])
    expect(tagsOf(await text(path)), path).not.toMatch(/<script|<img/)
})

test("addresses that are no addresses are answered, not failed at", async () => {
  const { ask } = readerOf(fixtures)
  for (const path of ["/en/%E0%A4%A", "/en/news/%00", "/en/news/..%2f..", "/%", "/en/news/%ED%A0%80"])
    expect((await ask(path)).status, path).toBe(404)
})
