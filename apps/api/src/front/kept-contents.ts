import { isApiPath } from "../api-paths.js"
import { acceptForm } from "./accept-form.js"
import { bytesOf, type Content, inherit } from "./content.js"
import type { Asked } from "./exchange.js"
import { createShelf } from "../shelf.js"

/**
 * When an answer was made. It holds until the log moves on, and no longer than the hour: what depends on the day changes
 * at midnight in Strasbourg, which is on the hour in UTC too.
 */
export type Moment = { seq: number; hour: number }
/** A content that was made at some moment, and may be out of date. */
export type Kept = Moment & { content: Content }

/** Whether nothing can have changed between two moments. */
export const isSame = (a: Moment, b: Moment): boolean => a.seq === b.seq && a.hour === b.hour

/** A question, so that the same ones have the same key: address with its parameters in order, and what of Accept matters. */
export const keyOf = (asked: Asked): string => `${canonical(asked.target)} ${acceptForm(asked.headers.accept)}`

/** Contents by question, of at most so many bytes. */
export function createKeptContents(mostBytes: number) {
  // What is at an address: one content, or where Accept decides one for each form of it.
  const shelf = createShelf<Kept | Map<string, Kept>>(mostBytes)

  const look = (asked: Asked): Kept | undefined => {
    const found = shelf.get(canonical(asked.target))
    return found instanceof Map ? found.get(acceptForm(asked.headers.accept)) : found
  }

  const put = (asked: Asked, kept: Kept) => {
    const target = canonical(asked.target)
    if (!/\baccept(?:,|$)/i.test(kept.content.headers["vary"] ?? ""))
      return shelf.set(target, kept, bytesOf(kept.content))
    const found = shelf.get(target)
    const forms = (found instanceof Map ? [...found] : []).slice(1 - mostForms)
    const all = new Map([...forms, [acceptForm(asked.headers.accept), kept]])
    const bytes = [...all.values()].reduce((sum, { content }) => sum + bytesOf(content), 0)
    return shelf.set(target, all, bytes)
  }

  return {
    look,
    /** Takes the place of what was kept before; what was compressed of that is kept where it is still right. */
    keep: (asked: Asked, content: Content, { seq, hour }: Moment) => {
      const before = look(asked)
      if (before) inherit(content, before.content)
      put(asked, { content, seq, hour })
    },
    /** To be told when a content has been compressed. */
    grown: (asked: Asked, content: Content) => {
      const kept = look(asked)
      if (kept?.content === content) put(asked, kept)
    },
    size: shelf.size,
  }
}

/** There are fewer formats than this: more come of headers that say the same in other words. */
const mostForms = 24

/**
 * The same address, its parameters in order: the values of one parameter mean the same in any order too. Only where an
 * answer says nothing of the order: a page has a form that does.
 */
function canonical(target: string): string {
  if (!target.includes("&") || !isApiPath(target)) return target
  const start = target.indexOf("?") + 1
  return target.slice(0, start) + target.slice(start).split("&").toSorted().join("&")
}
