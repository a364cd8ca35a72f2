import type { Item } from "@pg/domain"
import { leadOf } from "./lead.js"

/** An item's summary, its lead before it. */
export const summaryOf = (item: Item): string | undefined => joined([leadOf(item), item.summary], " — ")

/** An item's body as it was written, its lead before it; where there is none, its summary. */
export const textOf = (item: Item): string | undefined =>
  item.body === undefined ? summaryOf(item) : joined([leadOf(item), item.body], "\n\n")

/** An item's body as HTML, its lead before it and its addresses absolute; undefined where there is no such body. */
export function htmlOf(item: Item, html: string | undefined, pageUrl: string): string | undefined {
  if (html === undefined) return undefined
  const lead = leadOf(item)
  const base = asHtml(pageUrl).replaceAll('"', "&quot;")
  const body = html.replace(address, (_, before: string, url: string) => before + absolute(url, base))
  return lead === undefined ? body : `<p><strong>${asHtml(lead)}</strong></p>\n${body}`
}

/** A plain text as HTML that shows it. */
export const asHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>\n")

/** A tag up to the address in it, and that; a text has no `<` of its own, and all attributes have quotes. */
const address = /(<[a-z]+(?:\s+[^\s=>"]+(?:="[^"]*")?)*?\s+(?:href|src)=")([^"]*)/g

/** By the page of which it is a part, for a reader of feeds knows no other: the way to a note leads to the page. */
function absolute(url: string, page: string): string {
  if (/^(?:[#?]|$)/.test(url)) return page + url
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return url
  const [, scheme = "", host = "", folder = "/"] = /^([a-z]+:)(\/\/[^/?#]*)(\/(?:[^?#]*\/)?)?/i.exec(page) ?? []
  return scheme + (url.startsWith("//") ? "" : host + (url.startsWith("/") ? "" : folder)) + url
}

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  const said = parts.filter((part) => part !== undefined)
  return said.length === 0 ? undefined : said.join(separator)
}
