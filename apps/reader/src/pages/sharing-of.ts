import type { Item } from "@pg/domain"
import { type Format, ics, isInCalendar, json, jsonLd, markdown } from "@pg/formats"
import { type PageLocale, pageLocaleOf } from "../messages/languages.js"
import type { Sharing } from "../page.js"
import { apiItemPath, cardPath, itemPath } from "../paths.js"

/**
 * An item as it is shared. In JSON-LD it says what the API says of it but for its whole text, which stands in the page. A
 * day of publication is told only where it is one, and known.
 */
export function sharingOf(item: Item, locale: PageLocale, siteUrl: string): Sharing {
  const { body: _, ...said } = item
  const itemUrl = (of: Item) => siteUrl + itemPath(pageLocaleOf(of.locale), of)
  const url = itemUrl(item)
  const isDated = isInCalendar(item)
  const forms: Format[] = [json, markdown, ...(isDated ? [ics] : [])]
  return {
    card: cardPath(locale, item.id),
    published: /^\d{4}-\d\d-\d\d$/.test(item.issued ?? "") ? item.issued : undefined,
    modified: item.updatedAt,
    data: jsonLd
      .serializeItem(said, {
        title: item.title,
        locale: item.locale,
        selfUrl: siteUrl + apiItemPath(item.id, ".jsonld"),
        homeUrl: url,
        itemUrl,
        schemeUrl: (scheme) => `${siteUrl}/api/v1/items?${scheme}=`,
      })
      .trimEnd()
      .replace(turning, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`),
    forms: forms.map(({ extension, mediaType, title }) => ({
      path: apiItemPath(item.id, `.${extension}`),
      mediaType,
      title,
    })),
  }
}

/** What would turn the letters beside it for whoever reads the page's source; JSON has another way to write it. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g
