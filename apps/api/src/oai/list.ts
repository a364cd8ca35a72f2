import { nearest } from "@pg/domain"
import { element } from "@pg/formats"
import type { Harvest, HarvestRecord, Store } from "@pg/store"
import type { Site } from "../site.js"
import { readRange } from "./datestamp.js"
import type { OaiRequest } from "./read-request.js"
import { dublinCore } from "./record.js"
import { refusal } from "./refusal.js"
import { readToken, type Resumption, writeToken } from "./resumption.js"
import { selectionOf, sets } from "./sets.js"

type ListVerb = Resumption["verb"]
type ListOptions = {
  store: Store
  site: Site
  /** What of each record the list has. */
  write: (record: HarvestRecord, site: Site) => string
  /** How many records an answer has. */
  limit: number
}

/**
 * A part of a list, in the order of datestamps, and where it goes on (OAI-PMH 2.0, section 3.5). A record that changes
 * meanwhile moves to the list's end: it may come twice, as it was and as it is, and nothing else is skipped or repeated.
 */
export async function list(verb: ListVerb, given: OaiRequest["given"], options: ListOptions): Promise<string[]> {
  const { store, site, write, limit } = options
  const { after, before, ...list } = begin(verb, given, store)
  refuseOtherFormat(list.metadataPrefix)
  const selected = list.set === undefined ? {} : selectionOf(list.set)
  const range = readRange(list)
  const { records, next, total } = selected ? await store.harvest({ ...range, ...selected }, after, limit) : nothing
  if (!selected) throw refusal("noRecordsMatch", noSuchSet(list.set ?? ""))
  if (records.length === 0) throw refusal("noRecordsMatch", before === 0 ? "No record was changed then." : movedAway)
  return [
    ...records.map((record) => write(record, site)),
    ...(next === undefined && before === 0
      ? []
      : [writeResumption({ total, before }, next && { ...list, after: next, before: before + records.length }, store)]),
  ]
}

/** Refuses a format that there is not. */
export function refuseOtherFormat(metadataPrefix: string): void {
  if (metadataPrefix !== dublinCore.prefix)
    throw refusal("cannotDisseminateFormat", `There is no format "${metadataPrefix}"; there is ${dublinCore.prefix}.`)
}

type Begun = Omit<Resumption, "after" | "before"> & { after: Resumption["after"] | undefined; before: number }

function begin(verb: ListVerb, given: OaiRequest["given"], store: Store): Begun {
  const { resumptionToken, metadataPrefix = "", from, until, set } = given
  if (resumptionToken === undefined)
    return {
      verb,
      metadataPrefix,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
      ...(set !== undefined && { set }),
      after: undefined,
      before: 0,
    }
  const resumption = readToken(store, resumptionToken)
  if (resumption?.verb === verb) return resumption
  throw refusal("badResumptionToken", `The token is none that ${verb} gave; begin the list again.`)
}

/** The protocol has no code of its own for it. */
function noSuchSet(spec: string): string {
  const meant = nearest(
    spec.slice(0, 60),
    sets.map((set) => set.spec),
  )
  return `There is no set "${spec.slice(0, 60)}"${meant === undefined ? "; ListSets names those that there are." : `; was ${meant} meant?`}`
}

const nothing: Harvest = { records: [] }
const movedAway = "What was left of this list has been changed meanwhile: ask for what changed since it was begun."

/** The last part of a list that came in several has an empty token. */
const writeResumption = (
  { total, before }: { total: number | undefined; before: number },
  next: Resumption | undefined,
  store: Store,
) =>
  element(
    "resumptionToken",
    { completeListSize: total?.toString(), cursor: before.toString() },
    next === undefined ? "" : writeToken(store, next),
  )
