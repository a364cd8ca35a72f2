import { createContext, useContext } from "solid-js"
import type { PageLocale } from "./messages/languages.js"
import type { Messages } from "./messages/messages.js"

/** What every piece of a page may need to know of it. `path` is its address within the site. */
export type PageContext = { locale: PageLocale; messages: Messages; siteUrl: string; path: string }

export const PageProvider = createContext<PageContext>()

/** The page that a component stands on. Throws outside of one. */
export function usePage(): PageContext {
  const page = useContext(PageProvider)
  if (!page) throw new Error("usePage is called outside of a page")
  return page
}
