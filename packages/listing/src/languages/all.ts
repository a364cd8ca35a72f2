import { de } from "./de.js"
import { en } from "./en.js"
import { es } from "./es.js"
import { fr } from "./fr.js"
import { it } from "./it.js"
import type { Language } from "./language.js"

/** The languages that listings are read in. A language is added here. */
export const languages: readonly Language[] = [en, fr, es, de, it]

/** The language of a locale, region and script left aside; undefined where the importer does not know it. */
export const languageOf = (locale: string): Language | undefined =>
  languages.find((language) => language.locale === locale.split("-")[0])
