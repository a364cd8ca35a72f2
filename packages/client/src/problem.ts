import type { Tombstone } from "@pg/domain"

/**
 * What an HTTP API says about a failure: RFC 9457 problem details, with our extensions. `errors` names the parameters
 * that are wrong, each with the nearest right one where there is one; `requestId` is what the server's log calls it. Of an
 * item that was removed, `at`, `state` and `reason` are those of its tombstone.
 */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  suggestion?: string
  requestId?: string
  at?: string
  state?: Tombstone["state"]
  reason?: string
  errors?: { parameter: string; detail: string; suggestion?: string }[]
}
