import { type Item, parseItem } from "@pg/domain"
import { parseAtomFeed, parseRssFeed } from "feedsmith"
import { describe, expect, test } from "vitest"
import { aFeed } from "../../test/a-feed.js"
import { atom, jsonFeed, rss } from "../index.js"

describe("what a reader of feeds is shown", () => {
  const id = "0190b3a5-7c1e-7000-8000-000000000001"
  const made = (fields: object) => parseItem({ id, kind: "event", locale: "en", slug: "a", title: "A", ...fields })
  const [when, location] = [
    { start: "2021-06-15", end: "2021-06-16" },
    { city: "Vienna", country: "AT" },
  ]
  const cancelled = made({ when, location, eventStatus: "EventCancelled", summary: "S & T", body: "B" })
  const lead = "Cancelled · 15–16 June 2021 · Vienna, Austria"

  /** Summary and content, as Atom, RSS and JSON Feed have them. */
  function shown(item: Item, html?: string) {
    const feed = aFeed([item], html === undefined ? {} : { bodyHtml: { [id]: html } })
    const [entry] = parseAtomFeed(atom.serialize(feed)).entries ?? []
    const [rssItem] = parseRssFeed(rss.serialize(feed)).items ?? []
    const [jsonItem] = JSON.parse(jsonFeed.serialize(feed)).items
    return {
      summaries: [entry?.summary?.value, rssItem?.description, jsonItem.summary],
      contents: [entry?.content?.value, rssItem?.content?.encoded, jsonItem.content_html],
      text: jsonItem.content_text,
    }
  }

  test("of an event is first what became of it, when it is and where", () => {
    const { summaries, contents } = shown(cancelled, "<p>B</p>")
    expect(summaries).toEqual([`${lead} — S & T`, `${lead} — S &amp; T`, `${lead} — S & T`])
    expect(contents).toEqual(Array(3).fill(`<p><strong>${lead}</strong></p>\n<p>B</p>`))
    expect(shown(cancelled).text).toBe(`${lead}\n\nB`)
    expect(shown(made({ when, location })).text).toBe("15–16 June 2021 · Vienna, Austria")
  })

  test("of an event is in its own language", () => {
    const online = {
      when,
      eventAttendanceMode: "OnlineEventAttendanceMode",
      eventStatus: "EventPostponed",
      locale: "fr",
    }
    expect(shown(made(online)).summaries[0]).toBe("Reporté · du 15 au 16 juin 2021 · En ligne")
  })

  test("of an event is when it takes place as a whole, else when its sessions do", () => {
    const sessions = ["2021-06-15", "2021-09-01"].map((start) => ({ title: "M", when: { start } }))
    expect(shown(made({ sessions })).summaries[0]).toBe("15 June 2021; 1 September 2021")
    expect(shown(made({ sessions, when: { start: "2021-06-15", end: "2021-09-01" } })).summaries[0]).toBe(
      "15 June – 1 September 2021",
    )
  })

  test("of all else is what it says itself, and of an event of which nothing is known nothing", () => {
    const { summaries, contents } = shown(made({ kind: "news", when, summary: "S" }), "<p>B</p>")
    expect([...summaries, ...contents]).toEqual(["S", "S", "S", ...Array(3).fill("<p>B</p>")])
    expect(shown(made({})).summaries).toEqual([undefined, undefined, undefined])
  })

  const page = "https://example.org/en/news/a"
  const linked = (url: string) =>
    shown(made({}), `<p><a id="b" href="${url}">x</a><img alt="" src="${url}"></p>`).contents

  test.each([
    ["#user-content-fn-1", `${page}#user-content-fn-1`],
    ["/c.png?d=e&#x26;f", "https://example.org/c.png?d=e&#x26;f"],
    ["b/c", "https://example.org/en/news/b/c"],
    ["//example.com/b", "https://example.com/b"],
    ["https://example.com/b?c=d#e", "https://example.com/b?c=d#e"],
    ["mailto:a@example.org", "mailto:a@example.org"],
  ])("leads from %s to %s, for a reader of feeds does not know of what page a text is a part", (url, to) => {
    expect(linked(url)).toEqual(Array(3).fill(`<p><a id="b" href="${to}">x</a><img alt="" src="${to}"></p>`))
  })

  test("is what was written where that only looks like an address", () => {
    const html = `<p title="a > b">href="#x" <code>src="/y"</code> <a title='>' class="href=" href="mailto:b@c.d">b</a></p>`
    expect(shown(made({}), html).contents).toEqual([html, html, html])
  })
})
