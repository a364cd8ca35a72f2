import { type PageLocale, pageLocales } from "./messages/languages.js"

/**
 * The language of the pages that a browser likes best (RFC 9110 section 12.5.4, basic filtering); of equally liked
 * ones the first that it names; the site's first language where it names none.
 */
export function preferredLocale(acceptLanguage = ""): PageLocale {
  const liked = acceptLanguage
    .split(",")
    .map(readRange)
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  for (const { language } of liked) {
    const locale = pageLocales.find((candidate) => candidate === language)
    if (locale) return locale
  }
  return pageLocales[0]!
}

function readRange(range: string): { language: string; quality: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2)
  return { language: tag.split("-")[0]!, quality: quality === undefined ? 1 : Number(quality) || 0 }
}
