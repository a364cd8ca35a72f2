import { acceptForm } from "./accept-form.js"
import { bytesOf, type Content, inherit } from "./content.js"
import type { Asked } from "./exchange.js"
import { createShelf } from "./shelf.js"

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
export const keyOf = (asked: Asked): string => formKey(canonical(asked.target), asked)

/** Contents by question, of at most so many bytes. */
export function createKeptContents(mostBytes: number) {
  const shelf = createShelf<Kept | typeof varies>(mostBytes)

  const look = (asked: Asked): Kept | undefined => {
    const target = canonical(asked.target)
    const found = shelf.get(target)
    const kept = found === varies ? shelf.get(formKey(target, asked)) : found
    return kept === varies ? undefined : kept
  }

  const put = (asked: Asked, kept: Kept) => {
    const target = canonical(asked.target)
    const isVaried = /\baccept(?:,|$)/i.test(kept.content.headers["vary"] ?? "")
    if (isVaried) shelf.set(target, varies, 100)
    shelf.set(isVaried ? formKey(target, asked) : target, kept, bytesOf(kept.content))
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

/** Stands at an address whose answers differ by Accept; these stand at the address with the header's form behind it. */
const varies = Symbol("varies")
const formKey = (target: string, { headers }: Asked) => `${target} ${acceptForm(headers.accept)}`

/** The same address, its parameters in order: the values of one parameter mean the same in any order too. */
function canonical(target: string): string {
  if (!target.includes("&")) return target
  const start = target.indexOf("?") + 1
  return target.slice(0, start) + target.slice(start).split("&").toSorted().join("&")
}
