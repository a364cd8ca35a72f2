import { hash } from "node:crypto"
import type { Context } from "hono"
import type { Asking } from "../asking.js"
import { languages, type PageLocale, pageLocales } from "../messages/languages.js"
import { cardPath } from "../paths.js"
import { type CardText, newsroomText, textOf } from "./card-text.js"
import { createQueue } from "./queue.js"

type Card = { png: Uint8Array<ArrayBuffer>; etag: string }

/**
 * The pictures that stand for items, and for the newsroom, where they are shared: `/cards/{locale}/{id}.png`. Each is drawn
 * when it is first asked for, one after the other, and kept until its item is revised.
 */
export function createCards(client: Asking): (c: Context) => Promise<Response> {
  const queue = createQueue<Card>({ mostKept: 100, mostWaiting: 20 })
  return async (c) => {
    const locale = pageLocales.find((one) => one === c.req.param("locale"))
    const name = /^(.+)\.png$/.exec(c.req.param("file") ?? "")?.[1]
    const wanted = locale && name && (await find(client, locale, name))
    if (!wanted) return c.notFound()
    const card = queue(wanted.key, () => draw(wanted.text, wanted.locale))
    if (card === undefined) return c.text("Too many pictures are being drawn.", 503, { "Retry-After": "5" })
    const { png, etag } = await card
    const fields = { "Cache-Control": cacheControl, ETag: etag }
    if (c.req.header("If-None-Match")?.includes(etag)) return c.body(null, 304, fields)
    return c.body(png, 200, { ...fields, "Content-Type": "image/png", "Content-Length": String(png.length) })
  }
}

/** Whoever shows a page elsewhere keeps its picture anyway; here it may be an hour old. */
const cacheControl = "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=86400"

type Wanted = { key: string; text: CardText; locale: PageLocale }

async function find(client: Asking, locale: PageLocale, name: string): Promise<Wanted | undefined> {
  if (cardPath(locale) === cardPath(locale, name)) return { key: locale, text: newsroomText(locale), locale }
  const item = /^[\da-f-]{36}$/.test(name) ? await client.get(name) : undefined
  if (!item) return undefined
  // An item that was merged is another one by now; an undated one may come to be between other days.
  const key = [locale, item.id, item.revision, item.issuedBounds].join(" ")
  return { key, text: textOf(item, locale), locale }
}

/** What draws takes some tenths of a second to load, and is not wanted before the first picture. */
async function draw(text: CardText, locale: PageLocale): Promise<Card> {
  const { drawCard } = await import("./draw-card.js")
  const png = await drawCard(text, languages[locale])
  return { png, etag: `"${hash("sha256", png, "base64url").slice(0, 27)}"` }
}
