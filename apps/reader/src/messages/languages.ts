import { en } from "./en.js"
import { fr } from "./fr.js"
import type { Messages } from "./messages.js"

/** The languages in which the site has pages, the first for whoever wants none of them. A new language is added here. */
export const languages = { en, fr } satisfies Record<string, Messages>

/** A language in which the site has pages. */
export type PageLocale = keyof typeof languages

/** The languages of the pages, in the order in which they are offered. */
export const pageLocales = Object.keys(languages) as PageLocale[]

/** The language of the page on which an item of this language has its own address: its own where there is one. */
export const pageLocaleOf = (locale: string): PageLocale =>
  pageLocales.find((candidate) => candidate === locale.split("-")[0]) ?? pageLocales[0]!
