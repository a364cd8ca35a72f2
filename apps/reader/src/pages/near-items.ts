import { ApiError } from "@pg/client"
import { type ItemQuery, nearby } from "@pg/domain"
import type { PartialItem } from "@pg/client"
import type { Asking } from "../asking.js"

/** An item with what a link to it needs. */
export type Near = Required<Pick<PartialItem, "kind" | "slug" | "title" | "locale">>

const most = 5

/**
 * Items whose slug is like one that there is not: a few letters differ, or its end was cut off or something put behind it. They
 * are sought by its words, since what nobody finds nobody means. None where the API does not answer: the page that asks
 * has nothing to show anyway, and says so.
 */
export async function findNear(client: Asking, slug: string): Promise<Near[]> {
  const words = slug.split("-").filter((word) => word !== "")
  if (slug.length < shortest || slug.length > longest) return []
  try {
    return rank(slug, await findByWords(client, words))
  } catch (error) {
    if (error instanceof ApiError) return []
    throw error
  }
}

const shortest = 4
const longest = 160

/** Those that have all words; else those that have what was probably meant; else those that have one of the longest. */
async function findByWords(client: Asking, words: readonly string[]): Promise<Near[]> {
  const find = async (q: string) => client.find({ ...ask, q: q.slice(0, 200) })
  const all = await find(words.join(" "))
  if (all.total > 0) return linkable(all.items)
  const meant = all.didYouMean === undefined ? [] : linkable((await find(all.didYouMean)).items)
  if (meant.length > 0) return meant
  const rare = words.filter((word) => word.length >= shortest).toSorted((a, b) => b.length - a.length)
  const each = await Promise.all(rare.slice(0, mostWords).map(find))
  return each.flatMap(({ items }) => linkable(items))
}

const ask = { profile: "minimal", limit: 50 } as const satisfies ItemQuery
const mostWords = 3

const linkable = (items: readonly PartialItem[]): Near[] =>
  items.flatMap(({ kind, slug, title, locale }) =>
    slug === undefined || title === undefined || locale === undefined ? [] : [{ kind, slug, title, locale }],
  )

function rank(slug: string, items: readonly Near[]): Near[] {
  const slugs = [...new Set(items.map((item) => item.slug))]
  const cutOff = slugs
    .filter((one) => one.startsWith(slug) || slug.startsWith(one))
    .toSorted((a, b) => Math.abs(a.length - slug.length) - Math.abs(b.length - slug.length))
  const order = [...new Set([...cutOff, ...nearby(slug, slugs)])]
  const found = order.flatMap((one) => items.filter((item) => item.slug === one))
  return [...new Map(found.map((item) => [`${item.kind} ${item.locale} ${item.slug}`, item])).values()].slice(0, most)
}
