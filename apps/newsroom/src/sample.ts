import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { Instant, Item, Relation } from "@pg/domain"
import { parseListing } from "@pg/listing"
import { addBodies, readBodies } from "./bodies.js"

/** The sample content: items in English, some of them in French too, some with a body; all in the project's own words. */
export async function readSample(retrievedAt: Instant): Promise<Item[]> {
  const items = (await Promise.all(["en", "fr"].map((locale) => readItems(locale, retrievedAt)))).flat()
  return addTranslations(addBodies(items, await readBodies(fileURLToPath(folder("bodies")))), await readPairs())
}

const folder = (path: string) => new URL(`../sample/${path}`, import.meta.url)

async function readItems(locale: string, retrievedAt: Instant): Promise<Item[]> {
  const text = await readFile(folder(`listing.${locale}.txt`), "utf8")
  return parseListing(text, { source: "Sample listing", locale, retrievedAt }).items
}

/** The slugs of an English item and of its French translation, row by row. */
async function readPairs(): Promise<[en: string, fr: string][]> {
  const [, ...rows] = (await readFile(folder("translations.tsv"), "utf8")).trim().split("\n")
  return rows.map((row) => row.split("\t") as [string, string])
}

function addTranslations(items: readonly Item[], pairs: readonly [en: string, fr: string][]): Item[] {
  const idOf = (locale: string, slug: string) => {
    const item = items.find((candidate) => candidate.locale === locale && candidate.slug === slug)
    if (!item) throw new Error(`The sample's translations.tsv names ${slug}, which is no item in ${locale}`)
    return item.id
  }
  const relationsById = new Map<string, Relation>()
  for (const [en, fr] of pairs) {
    relationsById.set(idOf("en", en), { rel: "hasTranslation", id: idOf("fr", fr) })
    relationsById.set(idOf("fr", fr), { rel: "translationOf", id: idOf("en", en) })
  }
  return items.map((item) => {
    const relation = relationsById.get(item.id)
    return relation ? { ...item, relations: [...item.relations, relation] } : item
  })
}
