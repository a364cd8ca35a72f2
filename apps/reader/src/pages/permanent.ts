import type { Context } from "hono"
import type { Asking } from "../asking.js"
import { pageLocaleOf } from "../messages/languages.js"
import { itemPath } from "../paths.js"

/** From an item's permanent address to its page, whatever its slug and its language are now. */
export async function leadToItem(c: Context, client: Asking): Promise<Response> {
  const item = await client.get(c.req.param("id") ?? "")
  if (!item) return c.notFound() as Promise<Response>
  c.header("Cache-Control", "public, max-age=0, must-revalidate")
  return c.redirect(itemPath(pageLocaleOf(item.locale), item), 302)
}
