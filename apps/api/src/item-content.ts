import { fieldsOf } from "@pg/domain"
import { type Format, formats, writeJsonItem } from "@pg/formats"
import type { JsonItem, Store } from "@pg/store"
import type { Content } from "./answer.js"
import { itemFeedOf } from "./feed.js"
import { createItemLinkHeader } from "./item-link-header.js"
import { extensionOf } from "./negotiate.js"
import { type ItemQuestion, refuseUnsaid } from "./read-query.js"
import { needsBodyHtml } from "./needs-body-html.js"
import { relatedOf } from "./related.js"
import { remember } from "./remember.js"
import type { Site } from "./site.js"

/** An item in a format, which its address names by `suffix` where that is there, and what is asked of it. */
type Asked = { found: JsonItem; question: ItemQuestion; format: Format; suffix: Format | undefined }

/** Makes what is at the address of an item. Throws InvalidInput where the format cannot say what is asked. */
export type ItemContents = (asked: Asked) => Promise<Content>

/** Every item in every format. */
export function createItemContents({ store, site }: { store: Store; site: Site }): ItemContents {
  const linkHeaderOf = createItemLinkHeader(site)
  return (asked) => contentOf(asked, { store, site, linkHeaderOf })
}

type Means = { store: Store; site: Site; linkHeaderOf: ReturnType<typeof createItemLinkHeader> }

async function contentOf(
  { found, question, format, suffix }: Asked,
  { store, site, linkHeaderOf }: Means,
): Promise<Content> {
  const { item } = found
  refuseUnsaid(question, format, formats)
  const related = question.include?.includes("relations") ? await relatedOf(store, [item]) : undefined
  const bodyHtml = needsBodyHtml(format, question) ? await store.bodies([item.id]) : undefined
  const more = { ...(related && { related }), ...(bodyHtml && { bodyHtml }) }
  const fields = fieldsOf(question, "full")
  // A whole item is kept as it is given.
  const text =
    format.name === "json" && isWhole(question)
      ? writeJsonItem(item.id, found.json, more)
      : format.serializeItem(item, {
          ...itemFeedOf(item, site, extensionOf(format, suffix)),
          ...(fields && { fields }),
          ...more,
          ...(question.include?.includes("deadlines") && { deadlines: true }),
        })
  return {
    text,
    mediaType: format.mediaType,
    keys: [item.id, ...(related?.[item.id] ?? []).map((one) => one.item.id)],
    headers: () => ({
      vary: suffix ? undefined : "Accept",
      "content-language": item.locale,
      link: linkHeaderOf(item, format),
      "last-modified": related || bodyHtml || found.revisedAt === undefined ? undefined : httpDate(found.revisedAt),
    }),
  }
}

const isWhole = ({ fields, profile, include = [] }: ItemQuestion) =>
  fields === undefined && profile === undefined && include.every((one) => one === "relations" || one === "bodyHtml")

/** An instant as HTTP has it, RFC 9110 section 5.6.7. Items that were imported together have the same. */
const httpDate = remember((instant = "") => new Date(instant).toUTCString())
