import type { Item } from "@pg/domain"
import type { Feed } from "../src/index.js"

/** A feed of some items, with all that it must have and what a test says of it. */
export const aFeed = (items: readonly Item[], fields: Partial<Feed> = {}): Feed => ({
  items,
  title: "News",
  locale: "en",
  selfUrl: "https://example.org/news.x",
  homeUrl: "https://example.org/en/news",
  updatedAt: "2021-09-10T12:00:00Z",
  itemUrl: ({ slug }) => `https://example.org/en/news/${slug}`,
  schemeUrl: (scheme) => `https://example.org/items?${scheme}=`,
  ...fields,
})
