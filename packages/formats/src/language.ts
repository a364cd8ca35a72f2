import type { FormatLocale } from "@pg/domain"

/** The first of these languages (BCP 47) in which there are words, else English. */
export function languageOf(...locales: readonly (string | undefined)[]): FormatLocale {
  const languages = locales.map((locale) => locale?.split("-")[0])
  return languages.map((language) => known.find((locale) => locale === language)).find(Boolean) ?? "en"
}

const known: readonly FormatLocale[] = ["en", "fr"]
