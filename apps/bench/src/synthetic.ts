import { type Item, parseItem, topics } from "@pg/domain"

/**
 * An archive of so many items, always the same, in English and French, about 3.3 kB each. Every item says that it is
 * synthetic: nobody is to take one for news. One word in three items is `common`, `rare` in one of ten thousand.
 */
export function* synthetic(count: number): Generator<Item> {
  const random = randomFrom(20_640_117)
  for (let n = 0; n < count; n++) yield makeItem(n, random)
}

/** Words of which it is known how many items have them. */
export const words = { common: "tertian", rare: "decamillial", half: "seldom" }

type Random = () => number

/** Mulberry32: small, quick and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function makeItem(n: number, random: Random): Item {
  const kind = pick(["news", "news", "news", "event", "publication"] as const, random)
  const locale = random() < 0.7 ? "en" : "fr"
  const day = dayAfter(random)
  const marks = [n % 3 === 0 && words.common, n % 10_000 === 77 && words.rare].filter((word) => word !== false)
  const title = sentence(locale, 7, random)
  const item = {
    ...blank[kind],
    id: `00000000-0000-8000-8000-${n.toString(16).padStart(12, "0")}`,
    locale,
    slug: `synthetic-${n}`,
    kicker: "SYNTHETIC",
    title: random() < 0.1 ? `${title} ${marks.join(" ")}`.trim() : title,
    summary: `${sentence(locale, 40, random)}.`,
    body: [`Synthetic text, made for measuring. ${marks.join(" ")}`.trim(), ...paragraphs(locale, random)].join("\n\n"),
    ...dateOf(day, random),
    topics: [...new Set([pick(topics, random).id, pick(topics, random).id])],
    countries: random() < 0.5 ? [pick(countries, random)] : [],
    bodies: random() < 0.5 ? [pick(bodies, random)] : [],
    ...(kind === "event" && { when: { start: day }, type: "meeting" }),
  }
  return n % 1000 === 0 ? parseItem(item) : item
}

/** What every item of a kind has. To parse each of a million, all made alike, takes minutes: one in a thousand is. */
const blank = Object.fromEntries(
  (["news", "event", "publication"] as const).map((kind) => [
    kind,
    parseItem({ id: "00000000-0000-8000-8000-000000000000", kind, locale: "en", slug: "blank", title: "Blank" }),
  ]),
) as Record<"news" | "event" | "publication", Item>

/** Some items have no date, some only a month or a year, as in a real archive. */
function dateOf(day: string, random: Random): { issued?: string; issuedBounds?: string } {
  const chance = random()
  if (chance < 0.02) return {}
  if (chance < 0.04) return { issuedBounds: `../${day}` }
  return { issued: day.slice(0, chance < 0.06 ? 4 : chance < 0.1 ? 7 : 10) }
}

const countries = ["FR", "AT", "CH", "DE", "IT", "PT", "GR", "IE", "NO", "UA"]
const bodies = ["council-of-europe", "unodc", "european-union", "committee-of-ministers"]

const dayAfter = (random: Random) =>
  new Date(Date.UTC(1971, 0, 1) + Math.floor(random() * 20_000) * 86_400_000).toISOString().slice(0, 10)

const paragraphs = (locale: "en" | "fr", random: Random) =>
  Array.from({ length: 6 }, () => `${sentence(locale, 52, random)}.`)

/** Words as often as in a language: the first of the list often, the last hardly ever. */
function sentence(locale: "en" | "fr", length: number, random: Random): string {
  const list = vocabulary[locale]
  const said: string[] = []
  while (said.length < length) {
    const chance = random()
    said.push(list[Math.floor(list.length * chance * chance * chance)] ?? "")
  }
  const text = said.join(" ")
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T

const common = {
  en: "the of and to in for on with policy drug health group treatment meeting report member states services public rights human young people data training prison prevention expert committee network conference support care access care society research evidence programme country project police family school",
  fr: "de la le et les des en pour dans sur avec politique drogue santé groupe traitement réunion rapport membres états services public droits humains jeunes données formation prison prévention expert comité réseau conférence soutien soins accès société recherche programme pays projet police famille école",
}

const syllables = ["ba", "co", "di", "fe", "gu", "la", "mi", "no", "pra", "qui", "ro", "ste", "tri", "vu", "zel"]

/** The language's own words, then 12,000 that no language has. */
const vocabulary = Object.fromEntries(
  (["en", "fr"] as const).map((locale) => [
    locale,
    [
      ...common[locale].split(" "),
      ...Array.from({ length: 12_000 }, (_, n) => invented(n + (locale === "fr" ? 15 ** 3 : 0))),
    ],
  ]),
) as Record<"en" | "fr", string[]>

function invented(n: number): string {
  const [a, b, c, d] = [n % 15, Math.floor(n / 15) % 15, Math.floor(n / 225) % 15, Math.floor(n / 3375) % 15]
  return [a, b, c, d].map((index) => syllables[index]).join("")
}
