import type { Store } from "@pg/store"
import * as z from "zod"

/**
 * Where a list goes on: the arguments with which it began, after which record, and how many there were before. All of it is
 * in the token, so that a token is good for as long as the archive is, and can be used twice.
 */
const Resumption = z.strictObject({
  verb: z.enum(["ListIdentifiers", "ListRecords"]),
  metadataPrefix: z.string(),
  from: z.string().optional(),
  until: z.string().optional(),
  set: z.string().optional(),
  after: z.strictObject({ at: z.string(), id: z.string() }),
  before: z.int().positive(),
})
export type Resumption = z.infer<typeof Resumption>

/** A place in a list as a token that nobody else can make. */
export const writeToken = (store: Store, resumption: Resumption): string =>
  store.sign(`oai ${JSON.stringify(resumption)}`)

/** The place of a token; `undefined` for one that this repository did not give out. */
export function readToken(store: Store, token: string): Resumption | undefined {
  const [, text] = /^oai (.*)$/.exec(store.unsign(token) ?? "") ?? []
  return text === undefined ? undefined : Resumption.parse(JSON.parse(text))
}
