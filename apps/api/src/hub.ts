import { type ItemQuery, type KindName, kindsByName } from "@pg/domain"
import { type Format, formats } from "@pg/formats"
import { createSite, type Site } from "./site.js"

/** What can tell changes is a feed. */
const isFeed = ({ says }: Format) => says.includes("changes")

/**
 * The feeds that a WebSub hub is told of when items of some kinds have changed, by the addresses that they name themselves by:
 * of all items, and of each kind, in each format that is one.
 */
export function feedUrls(siteUrl: string, kinds: readonly KindName[]): string[] {
  const site = createSite(siteUrl)
  return ["items", ...kinds.map((kind) => kindsByName[kind].segment)].flatMap((segment) =>
    formats.filter(isFeed).map(({ extension }) => site.listUrl(segment, extension)),
  )
}

/** The hub that a list names: where one is told of it. Of feeds with a question of their own none is. */
export const hubOf = (query: ItemQuery, format: Format, site: Site): string | undefined =>
  Object.keys(query).length === 0 && isFeed(format) ? site.hub : undefined
