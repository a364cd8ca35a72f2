import { Id } from "@pg/domain"
import type { Context } from "hono"
import type { Asking } from "../asking.js"
import { pageLocaleOf } from "../messages/languages.js"
import { itemPath } from "../paths.js"

/** From an item's permanent address to its page, whatever its slug and its language are now. */
export async function leadToItem(c: Context, client: Asking): Promise<Response> {
  const id = c.req.param("id")
  // What is no id may be an id with the extension of a format, which is the API's to give.
  const item = Id.safeParse(id).success ? await client.get(id ?? "") : undefined
  if (!item) return c.notFound()
  c.header("Cache-Control", "public, max-age=0, must-revalidate")
  return c.redirect(itemPath(pageLocaleOf(item.locale), item), 302)
}
