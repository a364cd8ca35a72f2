import type { PageLocale } from "./messages/languages.js"
import type { Messages } from "./messages/messages.js"

/**
 * What every piece of a page may need to know of it. `path` is its address within the site; `today` the day it is where
 * the organisation sits, YYYY-MM-DD, absent where nobody gave the reader a clock: then nothing is said to be over.
 */
export type PageContext = {
  locale: PageLocale
  messages: Messages
  siteUrl: string
  path: string
  today?: string | undefined
}

let current: PageContext | undefined

/**
 * What is rendered while a page is the one that components stand on. A page is rendered at once, so that there is never
 * another. Solid's own contexts are not used: the function to which they add a property has V8 keep what a whole page was
 * made of until it looks through all of its memory.
 */
export function onPage<T>(page: PageContext, render: () => T): T {
  current = page
  try {
    return render()
  } finally {
    current = undefined
  }
}

/** The page that a component stands on. Throws outside of one. */
export function usePage(): PageContext {
  if (!current) throw new Error("usePage is called outside of a page")
  return current
}
