import { type Item, Id } from "@pg/domain"
import { element, writeOaiDc } from "@pg/formats"
import type { HarvestRecord } from "@pg/store"
import type { Site } from "../site.js"
import { setSpecsOf } from "./sets.js"

/** The one format of the records, OAI-PMH 2.0, section 5. */
export const dublinCore = {
  prefix: "oai_dc",
  schema: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
  namespace: "http://www.openarchives.org/OAI/2.0/oai_dc/",
} as const

/** Identifiers by the guidelines for oai-identifier: `oai:example.org:7749b364-2bc0-59d7-abca-bb21a971c58c`. */
export const identifierOf = (id: string, site: Site): string => `${prefixOf(site)}${id}`

/** The id that an identifier is of; `undefined` for another repository's. */
export function idOf(identifier: string, site: Site): string | undefined {
  const id = identifier.startsWith(prefixOf(site)) ? identifier.slice(prefixOf(site).length) : ""
  return Id.safeParse(id).success ? id : undefined
}

/** The name of the repository within its identifiers: the site's host, without the brackets of an IPv6 address. */
export const repositoryOf = (site: Site): string => new URL(site.url("/")).hostname.replace(/[[\]]/g, "")

/** What a record is about: its identifier, when it last changed, its sets, and whether it is gone. */
export const writeHeader = ({ at, item, tombstone }: HarvestRecord, site: Site): string =>
  element("header", { status: tombstone && "deleted" }, [
    element("identifier", {}, identifierOf(item.id, site)),
    element("datestamp", {}, at),
    ...setSpecsOf(item).map((spec) => element("setSpec", {}, spec)),
  ])

/** A record: what is gone has a header only. */
export const writeRecord = (record: HarvestRecord, site: Site): string =>
  element("record", {}, [
    writeHeader(record, site),
    ...(record.tombstone ? [] : [element("metadata", {}, [dublinCoreOf(record.item, site)])]),
  ])

const dublinCoreOf = (item: Item, site: Site) => writeOaiDc(item, { itemUrl: site.itemPageUrl })

const prefixOf = (site: Site) => `oai:${repositoryOf(site)}:`
