import { createContext, useContext } from "solid-js"
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

export const PageProvider = createContext<PageContext>()

/** The page that a component stands on. Throws outside of one. */
export function usePage(): PageContext {
  const page = useContext(PageProvider)
  if (!page) throw new Error("usePage is called outside of a page")
  return page
}
