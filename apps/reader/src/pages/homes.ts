import { type PageLocale, pageLocales } from "../messages/languages.js"
import { homePath } from "../paths.js"

/** The home page in each language: where the other language leads from a page that it does not have. */
export const homesIn = (): Record<PageLocale, string> =>
  Object.fromEntries(pageLocales.map((locale) => [locale, homePath(locale)])) as Record<PageLocale, string>
