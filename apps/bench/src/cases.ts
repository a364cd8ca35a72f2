import { words } from "./synthetic.js"

/**
 * What is measured. `paths` are asked in turn; `target` is the least part of the limit's answers a second that it is to
 * reach; `isRepeated`: with the cache of answers, as a second reader meets it; all others without, as a first one.
 */
export type Case = { name: string; paths: readonly string[]; target: number; isRepeated?: true }

const days = Array.from({ length: 40 }, (_, n) => `..${1980 + n}-06`)
const topics = ["prisons", "hiv", "stigma", "children", "treatment", "prevention", "airports", "covid-19"]

/** Ten searches: of one, two and three words, rare and common. */
const searches = [
  words.rare,
  words.common,
  "prison",
  "meeting",
  `${words.common} policy`,
  "expert committee",
  `${words.rare} policy`,
  "drug policy health",
  "human rights prison",
  "network support research",
]

/** The cases for an archive of which `ids` and `slugs` are some items. */
export const casesOf = (ids: readonly string[], slugs: readonly { path: string }[]): readonly Case[] => [
  { name: "list of 20, repeated", paths: ["/api/v1/items"], target: 0.9, isRepeated: true },
  { name: "item, repeated", paths: [`/api/v1/items/${ids[0]}`], target: 0.9, isRepeated: true },
  { name: "HTML page, repeated", paths: [slugs[0]?.path ?? "/en"], target: 0.9, isRepeated: true },
  { name: "list of 20", paths: days.map((day) => `/api/v1/items?issued=${day}`).concat("/api/v1/items"), target: 0.3 },
  { name: "filtered list", paths: topics.map((topic) => `/api/v1/items?topic=${topic}`), target: 0.25 },
  { name: "item", paths: ids.map((id) => `/api/v1/items/${id}`), target: 0.4 },
  { name: "HTML page of an item", paths: slugs.map(({ path }) => path), target: 0.2 },
  { name: "feed", paths: topics.map((topic) => `/api/v1/items.atom?topic=${topic}`), target: 0.2 },
  { name: "search", paths: searches.map((q) => `/api/v1/items?q=${encodeURIComponent(q)}`), target: 0.05 },
  { name: "facets", paths: topics.map((topic) => `/api/v1/items?topic=${topic}&facets=topic,country,kind`), target: 0 },
]
