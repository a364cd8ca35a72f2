import { type Item, kindOf } from "@pg/domain"
import type { Format } from "@pg/formats"
import { mostCharacters, writeLinkHeader } from "./link-header.js"
import { linksOfItem } from "./links.js"
import { memory } from "./remember.js"
import type { Site } from "./site.js"

/**
 * The Link header of an item in a format. Most items have neither files nor a DOI: the headers of those of a kind, type and
 * language differ only by id and slug, and are put together once, since a dozen links take longer to make than an item to find.
 */
export function createItemLinkHeader(site: Site): (item: Item, given: Format) => string | undefined {
  const known = memory<readonly string[]>(500)
  const blankOf = (item: Item, given: Format) =>
    (writeLinkHeader(linksOfItem({ ...item, id: noId, slug: noSlug }, site, given)) ?? "").split(either)

  return (item, given) => {
    const { kind, type = "", locale, id, slug } = item
    const { files, imprint } = kindOf(item)
    const isPlain = files(item).length === 0 && imprint(item)?.doi === undefined
    if (!isPlain) return writeLinkHeader(linksOfItem(item, site, given))
    const blank = known(`${given.name} ${kind} ${locale} ${type}`, () => blankOf(item, given))
    const name = encodeURIComponent(slug)
    let header = ""
    for (const part of blank) header += part === noId ? id : part === noSlug ? name : part
    // What would be too long leaves links out.
    return header.length < mostCharacters ? header : writeLinkHeader(linksOfItem(item, site, given))
  }
}

/** They stand for an item's own, and are nobody's; addresses have them as they are. */
const noId = "00000000-0000-0000-0000-000000000000"
const noSlug = "no-slug-is-spelt~like~this"
const either = new RegExp(`(${noId}|${noSlug})`)
