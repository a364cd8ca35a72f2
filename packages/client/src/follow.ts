import { ApiError } from "./api-error.js"
import { type Local, localRequest } from "./local.js"

/** Sends a request and gives its answer: the global `fetch`, or an API in the same process. */
export type Fetch = (request: Request) => Response | Promise<Response>

/** What is sent: where to, with which headers, and what ends it. */
export type Ask = { url: string; headers?: Record<string, string>; signal?: AbortSignal | undefined }

/** An answer; `bytes` is what it consists of where that is at hand, else it is to be read out of the Response. */
export type Sent = { response: Response; bytes?: Uint8Array | undefined }

/** Asks, and gives the answer. Throws ApiError where none comes, and the signal's reason where that ends it. */
export type Send = (ask: Ask) => Promise<Sent>

const mostRedirects = 5

/** `fetch` follows redirects by itself; an API in the same process hands them over. */
export const follow =
  (send: (ask: Ask) => Sent | Promise<Sent>): Send =>
  async (ask) => {
    let { url } = ask
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const sent = await send({ ...ask, url })
      const { status, headers } = sent.response
      if (status < 300 || status >= 400) return sent
      const location = headers.get("location")
      if (location === null) return sent
      url = new URL(location, url).href
    }
    throw new ApiError(`${ask.url} is redirected more than ${mostRedirects} times`)
  }

/** Over the network, or whatever else takes a Request. */
export const byFetch =
  (fetch: Fetch) =>
  async ({ url, headers = {}, signal }: Ask): Promise<Sent> => ({
    response: await fetch(new Request(url, { headers, ...(signal !== undefined && { signal }) })),
  })

/** Within the process. */
export const byLocal =
  (local: Local) =>
  async (ask: Ask): Promise<Sent> => {
    const told: { bytes?: Uint8Array } = {}
    const response = await local(localRequest(ask), told)
    return { response, bytes: told.bytes }
  }
