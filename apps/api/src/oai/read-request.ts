import { nearest } from "@pg/domain"
import { isDate } from "./datestamp.js"
import { type OaiError, OaiRefusal, refusal } from "./refusal.js"

/** The arguments that the protocol knows, besides the verb. */
type ArgumentName = "identifier" | "metadataPrefix" | "from" | "until" | "set" | "resumptionToken"

/** What the verbs of OAI-PMH 2.0, section 4, take. An exclusive argument stands alone. */
const verbs = {
  GetRecord: { required: ["identifier", "metadataPrefix"], optional: [], exclusive: [] },
  Identify: { required: [], optional: [], exclusive: [] },
  ListIdentifiers: { required: ["metadataPrefix"], optional: ["from", "until", "set"], exclusive: ["resumptionToken"] },
  ListMetadataFormats: { required: [], optional: ["identifier"], exclusive: [] },
  ListRecords: { required: ["metadataPrefix"], optional: ["from", "until", "set"], exclusive: ["resumptionToken"] },
  ListSets: { required: [], optional: [], exclusive: ["resumptionToken"] },
} as const satisfies Record<string, Record<"required" | "optional" | "exclusive", readonly ArgumentName[]>>

export type Verb = keyof typeof verbs

/** A request whose verb and arguments are well-formed, each given once. What they name need not exist. */
export type OaiRequest = { verb: Verb; given: Partial<Record<ArgumentName, string>> }

/** Reads a request from its names and values. Throws OaiRefusal: badVerb, or badArgument once for each thing that is wrong. */
export function readRequest(pairs: Iterable<readonly [string, string]>): OaiRequest {
  const all = [...pairs]
  const said = all.filter(([name]) => name === "verb").map(([, value]) => value)
  const [verb = ""] = said
  if (said.length !== 1 || !isVerb(verb)) throw refusal("badVerb", wrongVerb(said))
  const others = all.filter(([name]) => name !== "verb")
  const errors = [...unknown(verb, others), ...repeated(others), ...malformed(others), ...missing(verb, others)]
  if (errors.length > 0) throw new OaiRefusal(errors.map((message): OaiError => ({ code: "badArgument", message })))
  return { verb, given: Object.fromEntries(others) }
}

const isVerb = (text: string): text is Verb => Object.hasOwn(verbs, text)

function wrongVerb(said: readonly string[]): string {
  const known = Object.keys(verbs)
  if (said.length > 1) return "The verb is given more than once."
  if (said[0] === undefined) return `There is no verb: say one of ${known.join(", ")}, as in ?verb=Identify.`
  const meant = nearest(said[0].slice(0, 60), known)
  return `"${said[0].slice(0, 60)}" is no verb${meant === undefined ? `: say one of ${known.join(", ")}` : `; was ${meant} meant?`}`
}

type Pairs = readonly (readonly [string, string])[]

function unknown(verb: Verb, pairs: Pairs): string[] {
  const { required, optional, exclusive } = verbs[verb]
  const known: readonly string[] = [...required, ...optional, ...exclusive]
  return pairs
    .filter(([name]) => !known.includes(name))
    .map(([name]) => `${verb} takes no argument "${name.slice(0, 60)}"; it takes ${known.join(", ") || "none"}.`)
}

function repeated(pairs: Pairs): string[] {
  const names = pairs.map(([name]) => name)
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `The argument "${name.slice(0, 60)}" is given more than once.`,
  )
}

function missing(verb: Verb, pairs: Pairs): string[] {
  const names = pairs.map(([name]) => name)
  const { required, exclusive } = verbs[verb]
  const alone = exclusive.find((name) => names.includes(name))
  if (alone !== undefined)
    return names.length > 1 ? [`The argument "${alone}" stands alone: leave out the others.`] : []
  return required.filter((name) => !names.includes(name)).map((name) => `${verb} needs the argument "${name}".`)
}

/** As RFC 3986 has it, as far as the schema of answers looks. */
const uri = /^[a-z][a-z\d+.-]*:(?:[\w.!~*'();/?:@&=+$,-]|%[\da-f]{2})+$/i

/** How each argument must look; the schema of answers allows no others in the request that they repeat. */
const forms: Record<ArgumentName, { isRight: (value: string) => boolean; as: string }> = {
  identifier: { isRight: (value) => uri.test(value), as: "a URI" },
  metadataPrefix: { isRight: (value) => /^[\w.!~*'()-]+$/.test(value), as: "a prefix, as in oai_dc" },
  from: { isRight: isDate, as: "a date in UTC, as in 2021-06-15 or 2021-06-15T09:30:00Z" },
  until: { isRight: isDate, as: "a date in UTC, as in 2021-06-15 or 2021-06-15T09:30:00Z" },
  set: { isRight: (value) => /^[\w.!~*'()-]+(?::[\w.!~*'()-]+)*$/.test(value), as: "a setSpec, as in kind:event" },
  resumptionToken: { isRight: (value) => value !== "", as: "what an answer gave" },
}

const malformed = (pairs: Pairs): string[] =>
  pairs.flatMap(([name, value]) => {
    const form = Object.hasOwn(forms, name) ? forms[name as ArgumentName] : undefined
    return form === undefined || form.isRight(value) ? [] : [`The argument "${name}" must be ${form.as}.`]
  })
