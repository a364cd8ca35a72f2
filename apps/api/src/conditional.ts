/** What a request says of the copy that the client has: its header fields, in lower case. */
export type Conditions = Partial<Record<(typeof conditions)[number], string | undefined>>

/** The fields of RFC 9110 section 13.1 that bear on a request for the whole of something. */
export const conditions = ["if-match", "if-none-match", "if-modified-since", "if-unmodified-since"] as const

/** What there is: its entity tags, of which the first is usually given, and when it last changed, in milliseconds. */
type Current = { etags: readonly [string, ...string[]]; changedAt?: number | undefined }

/** What to do: send it, say that the client has it (`etag` says under which), or refuse. */
export type Verdict = { send: true } | { unmodified: string } | { failed: true }

/** Whether a request has conditions. */
export const isConditional = (asked: Conditions): boolean => conditions.some((name) => asked[name] !== undefined)

/** Weighs the conditions of a GET or HEAD, in the order of RFC 9110 section 13.2.2. */
export function weigh(asked: Conditions, { etags, changedAt }: Current): Verdict {
  const ifMatch = asked["if-match"]
  const ifUnmodifiedSince = instantOf(asked["if-unmodified-since"])
  if (ifMatch !== undefined) {
    if (listed(ifMatch, etags, isStrong) === undefined) return { failed: true }
  } else if (ifUnmodifiedSince !== undefined && changedAt !== undefined && changedAt > ifUnmodifiedSince)
    return { failed: true }

  const ifNoneMatch = asked["if-none-match"]
  if (ifNoneMatch !== undefined) {
    const known = listed(ifNoneMatch, etags, () => true)
    return known === undefined ? { send: true } : { unmodified: known }
  }
  const ifModifiedSince = instantOf(asked["if-modified-since"])
  return ifModifiedSince !== undefined && changedAt !== undefined && changedAt <= ifModifiedSince
    ? { unmodified: etags[0] }
    : { send: true }
}

/** Of the header fields of an answer those that go without its content: a client that has it has the others already. */
export const withoutContent = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !ofContent.test(name)))

const ofContent = /^(?:content-(?!security)|link$|last-modified$|surrogate-key$|cache-tag$)/

/** The first of some entity tags that a list of them has, or, where the list is `*`, the first. */
function listed(list: string, etags: Current["etags"], counts: (tag: string) => boolean): string | undefined {
  if (list.trim() === "*") return etags[0]
  const named = (list.match(/(?:W\/)?"[^"]*"/g) ?? []).filter(counts).map((tag) => tag.replace(/^W\//, ""))
  return etags.find((etag) => named.includes(etag))
}

/** A cache that compressed the content may have marked its tag as weak: enough to know it by, too little to insist on. */
const isStrong = (tag: string) => !tag.startsWith("W/")

/** Any of the three forms of RFC 9110 section 5.6.7 in milliseconds; what is none of them is as if absent. */
function instantOf(date: string | undefined): number | undefined {
  if (date === undefined || !/^[A-Z][a-z]{2,8},? /.test(date)) return undefined
  const instant = Date.parse(date.endsWith("GMT") ? date : `${date} GMT`)
  return Number.isNaN(instant) ? undefined : instant
}
