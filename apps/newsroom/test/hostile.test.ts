import { InvalidInput, type Item, type ItemInput, parseItem } from "@pg/domain"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest"
import { launchBrowser } from "./browser.js"
import { openSite } from "./site.js"

/** Each would set `ran`, were it ever run; together they try to leave the places in which a page puts words. */
const script = `</script></title></bdi>"'><script>window.ran = 1</script><img src=x onerror="window.ran = 2">`
const turned = "\u202egnp.exe \u2066\u2067\u200f"
const word = "Donaudampfschifffahrtsgesellschaft".repeat(30)
const words = `${script} ${turned} ${word}`

const body = [
  `[a](javascript:window.ran=3) [b](JaVaScRiPt:window.ran=4) [c](data:text/html,<script>parent.ran=5</script>)`,
  `<script>window.ran = 6</script><svg onload="window.ran = 7"></svg><a href="javascript:window.ran=8">d</a>`,
  `![e](javascript:window.ran=9) <javascript:window.ran=10> [f](<https://example.org/" onclick="window.ran=11>)`,
  `# ${words}\n\n${word}\n\n|${word}|${word}|\n|-|-|\n|x|y|\n\n    ${word}\n\n\`${word}\``,
].join("\n\n")

const url = `https://example.org/${word}?"><script>window.ran=12</script>`.replaceAll(/[<>"]/g, encodeURIComponent)

const said: Partial<ItemInput> = {
  title: words,
  kicker: words,
  subtitle: words,
  summary: words,
  body,
  topics: ["prisons"],
  bodies: [words.slice(0, 480)],
  people: [words.slice(0, 480)],
  attachments: [{ url, title: words.slice(0, 400), mediaType: "application/pdf" }],
  links: [{ url, title: words.slice(0, 400) }],
  source: {
    name: words.slice(0, 400),
    url,
    retrievedAt: "2021-09-01T08:00:00Z",
    text: `${words}\n\n${word}`,
    spans: { title: { line: 1, column: 1, text: words } },
    reasons: [{ field: "kind", rule: script, text: words }],
  },
}
const idOf = (number: number) => `00000000-0000-5000-8000-${String(number).padStart(12, "0")}`

/** An item as an archive has it from before U+202E was refused. */
const former = (given: unknown): Item => {
  const [text, taken] = [JSON.stringify(given), "\u2068"]
  return JSON.parse(JSON.stringify(parseItem(JSON.parse(text.replaceAll("\u202e", taken)))).replaceAll(taken, "\u202e"))
}

const items = [
  former({ ...said, id: idOf(1), kind: "news", locale: "en", slug: "hostile", issued: "2021-08-01" }),
  former({
    ...said,
    id: idOf(2),
    kind: "event",
    locale: "en",
    slug: "hostile",
    when: { start: "2021-08-30", end: "2021-09-02" },
    location: { name: words.slice(0, 280), venue: words.slice(0, 280), city: words.slice(0, 180), country: "FR" },
    registration: { url, audience: words.slice(0, 300), fee: words.slice(0, 300) },
    sessions: [{ title: words.slice(0, 400), when: { start: "2021-08-30" } }],
  }),
  former({
    ...said,
    id: idOf(3),
    kind: "publication",
    locale: "fr",
    slug: "hostile",
    contributors: [{ name: words.slice(0, 280), type: "Person" }],
  }),
]

const asked = encodeURIComponent(`${script}${turned}`)
const paths = [
  "/en",
  "/en/news",
  "/en/events",
  "/en/agenda",
  "/en/calendar/2021-08",
  "/en/map",
  "/en/news/hostile",
  "/en/events/hostile",
  "/fr/publications/hostile",
  "/en/people",
  "/en/topics/prisons",
  `/en/search?q=${asked}`,
  `/en/search?q=${word.slice(0, 190)}`,
  `/en/search?q=Donaudampfschifffahrtsgesellschaft`,
  `/en/news?sort=${asked}`,
  `/en/news?${asked}=1`,
  `/en/follow?q=${asked}`,
  `/en/news/${asked}`,
  `/fr/${word}`,
  "/en/news/%00",
  "/en/%E2%80%AEgnp.exe",
  "/en/news/javascript:window.ran=13",
]

let browser: Browser
let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  site = await openSite(items)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe("content that means harm", () => {
  test.each(paths)("runs nothing, gets out of nowhere and widens nothing at %s", async (path) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on(
      "console",
      (message) => /Content Security Policy|Trusted/i.test(message.text()) && complaints.push(message.text()),
    )
    page.on("dialog", (dialog) => complaints.push(dialog.message()))
    await page.goto(site.url + path)
    const found = await page.locator(":root").evaluate((root) => ({
      ran: (globalThis as { ran?: number }).ran,
      scripts: [...root.querySelectorAll<HTMLScriptElement>("script:not([src])")].map(({ type }) => type),
      handlers: [...root.querySelectorAll("*")].flatMap((element) =>
        element.getAttributeNames().filter((name: string) => name.startsWith("on")),
      ),
      addresses: [...root.querySelectorAll("[href], [src], [action]")]
        .flatMap((element) => ["href", "src", "action"].map((name) => element.getAttribute(name) ?? ""))
        .filter((address) => /^\s*(?:javascript|data|vbscript):/i.test(address)),
      data: [...root.querySelectorAll('script[type="application/ld+json"]')].map(
        ({ textContent }) => typeof JSON.parse(textContent ?? ""),
      ),
      mains: root.querySelectorAll("body > main").length,
      footers: root.querySelectorAll("body > footer").length,
      beyond: Math.max(0, root.scrollWidth - root.clientWidth),
      title: root.querySelector("title")?.textContent,
    }))
    expect(found).toMatchObject({ ran: undefined, handlers: [], addresses: [], mains: 1, footers: 1, beyond: 0 })
    for (const type of found.scripts) expect(type).toBe("application/ld+json")
    for (const kind of found.data) expect(kind).toBe("object")
    expect(found.title).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    // What a policy had to refuse had already got out of the place that was meant for it.
    expect(complaints).toEqual([])
  })

  test.each([
    ["a title with a null byte", { title: "a\u0000b" }],
    ["a link that is a program", { links: [{ url: "javascript:alert(1)" }] }],
    ["a file that is a program", { attachments: [{ url: "data:text/html,x" }] }],
    ["a picture from a program", { image: { url: "javascript:alert(1)", alt: "x" } }],
    ["a title without end", { title: "a".repeat(5001) }],
  ])("that is %s is no item at all", (_, changes) => {
    const item = { id: idOf(9), kind: "news", locale: "en", slug: "x", title: "x", ...changes }
    expect(() => parseItem(item)).toThrow(InvalidInput)
  })
})
