import { formatQuery, type ItemQuery } from "@pg/domain"
import type { Visit } from "../page.js"
import { readQuestion, withoutDefaults, type Wrong } from "../question.js"
import { hasEmptyField } from "../pages/load-listing.js"

/**
 * What the address of a view of the events asks. One with empty fields, or with what the view has no use for (an order, on
 * a map), is led to the short one that means the same.
 */
export function readView(
  { url, locale }: Pick<Visit, "url" | "locale">,
  unused: readonly (keyof ItemQuery)[],
  pathOf: (query: ItemQuery) => string,
): { asked: ItemQuery; wrong: Wrong[] } | { redirect: string; status: 302 } {
  const { asked, wrong } = readQuestion(url.searchParams, "event")
  if (wrong.length > 0) return { asked, wrong }
  const used = Object.entries(withoutDefaults(asked, locale)).filter(([name]) => !unused.some((one) => one === name))
  const short: ItemQuery = Object.fromEntries(used)
  if (hasEmptyField(url) || formatQuery(short) !== formatQuery(asked)) return { redirect: pathOf(short), status: 302 }
  return { asked, wrong }
}
