import { element } from "@pg/formats"
import type { HarvestRecord } from "@pg/store"
import { writeIdentity } from "./identify.js"
import { list, refuseOtherFormat } from "./list.js"
import type { OaiOptions } from "./options.js"
import type { OaiRequest, Verb } from "./read-request.js"
import { dublinCore, idOf, writeHeader, writeRecord } from "./record.js"
import { refusal } from "./refusal.js"
import { sets } from "./sets.js"

/** What each verb answers, OAI-PMH 2.0, section 4, as the elements within its own. Each may throw OaiRefusal. */
export const verbs: Record<Verb, (given: OaiRequest["given"], options: OaiOptions) => Promise<string[]>> = {
  GetRecord: async ({ identifier = "", metadataPrefix = "" }, options) => {
    refuseOtherFormat(metadataPrefix)
    return [writeRecord(await recordOf(identifier, options), options.site)]
  },
  Identify: async (_, options) => writeIdentity(options, await options.store.earliestChange()),
  ListIdentifiers: (given, options) => list("ListIdentifiers", given, { ...options, write: writeHeader, limit: 500 }),
  ListMetadataFormats: async ({ identifier }, options) => {
    const record = identifier === undefined ? undefined : await recordOf(identifier, options)
    if (record?.tombstone) throw refusal("noMetadataFormats", "The record is deleted; nothing but its header is left.")
    return [
      element("metadataFormat", {}, [
        element("metadataPrefix", {}, dublinCore.prefix),
        element("schema", {}, dublinCore.schema),
        element("metadataNamespace", {}, dublinCore.namespace),
      ]),
    ]
  },
  ListRecords: (given, options) => list("ListRecords", given, { ...options, write: writeRecord, limit: 100 }),
  ListSets: async ({ resumptionToken }) => {
    if (resumptionToken !== undefined)
      throw refusal("badResumptionToken", "The list of sets is given whole, without a token.")
    return sets.map(({ spec, name }) =>
      element("set", {}, [element("setSpec", {}, spec), element("setName", {}, name)]),
    )
  },
}

async function recordOf(identifier: string, { store, site }: OaiOptions): Promise<HarvestRecord> {
  const id = idOf(identifier, site)
  const record = id === undefined ? undefined : await store.harvestOne(id)
  if (!record) throw refusal("idDoesNotExist", `There is no record of the identifier ${identifier.slice(0, 200)}.`)
  return record
}
