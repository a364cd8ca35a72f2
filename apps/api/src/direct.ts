import { Id } from "@pg/domain"
import type { Store } from "@pg/store"
import { wholeOf, type Whole } from "./answer.js"
import { collections } from "./collections.js"
import type { ItemContents } from "./item-content.js"
import type { ListContents } from "./list-content.js"
import { cutSuffix, likedFormat } from "./negotiate.js"
import { apiPath } from "./site.js"

/** A whole answer, and the pattern of its address. */
export type Direct = Whole & { route: string }

/**
 * What a GET of an address gives, for the addresses that are asked for most: lists, and items by their ids. The same as the
 * routes give, without a Request, a Response and the way between them, which take longer than to find an item. `undefined`
 * for every other address, and from what it gives for whatever is no success: that the routes have to say.
 */
export type AnswerDirectly = (
  target: string,
  accept: string | undefined,
) => (() => Promise<Direct | undefined>) | undefined

/** Answers directly from a store, by the same contents as the routes. */
export function createDirect({
  store,
  contentOfItem,
  contentOfList,
}: {
  store: Store
  contentOfItem: ItemContents
  contentOfList: ListContents
}): AnswerDirectly {
  const item = async (last: string, accept: string | undefined) => {
    const { name: id, format: suffix } = cutSuffix(last)
    const format = suffix ?? likedFormat(accept)
    const found = format && Id.safeParse(id).success ? await store.getJson(id) : undefined
    if (!found || !format) return undefined
    return { ...wholeOf(await contentOfItem({ found, question: {}, format, suffix })), route: ofItem }
  }

  const list = async (last: string, search: string, accept: string | undefined) => {
    const { name, format: suffix } = cutSuffix(last)
    const collection = collections.find(({ segment }) => segment === name)
    const format = suffix ?? likedFormat(accept)
    if (!collection || !format) return undefined
    const content = await contentOfList({ collection, format, ...(suffix && { suffix }), search })
    return { ...wholeOf(content), route: `${apiPath}/${last}` }
  }

  return (target, accept) => {
    if (!target.startsWith(start) || !asItIs.test(target)) return undefined
    const end = target.indexOf("?")
    const path = end < 0 ? target : target.slice(0, end)
    if (path.startsWith(items)) return end < 0 ? () => item(path.slice(items.length), accept) : undefined
    const last = path.slice(start.length)
    return lists.test(last) ? () => list(last, target.slice(path.length + 1), accept) : undefined
  }
}

const start = `${apiPath}/`
const items = `${start}items/`
const ofItem = `${items}:id`

const lists = new RegExp(`^(?:${collections.map(({ segment }) => segment).join("|")})(?:[.][a-z.]+)?$`)

/** An address in which a Request would change no sign, and leave none out. */
const asItIs = /^[\w\-.~/?[\]@!$&()*+,;=:%]*$/
