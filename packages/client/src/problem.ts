/**
 * What an HTTP API says about a failure: RFC 9457 problem details, with our extensions. `errors` names the parameters
 * that are wrong, each with the nearest right one where there is one; `requestId` is what the server's log calls it.
 */
export type Problem = {
  type: string
  title: string
  status: number
  detail?: string
  suggestion?: string
  requestId?: string
  errors?: { parameter: string; detail: string; suggestion?: string }[]
}
