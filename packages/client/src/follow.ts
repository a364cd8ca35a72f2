import { ApiError } from "./api-error.js"
import { type Ask, isRead, type Send, type Sent } from "./send.js"

/** Sends a request and gives its answer: the global `fetch`, or an API in the same process. */
export type Fetch = (request: Request) => Response | Promise<Response>

const mostRedirects = 5

/** `fetch` follows redirects by itself; an API in the same process hands them over. What writes is sent to no other address. */
export const follow =
  (send: (ask: Ask) => Sent | Promise<Sent>): Send =>
  async (ask) => {
    let { url } = ask
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const sent = await send({ ...ask, url })
      const { response } = sent
      if (!isRead(ask) || response.status < 300 || response.status >= 400) return sent
      const location = response.headers.get("location")
      if (location === null) return sent
      url = new URL(location, url).href
    }
    throw new ApiError(`${ask.url} is redirected more than ${mostRedirects} times`)
  }

/** Over the network, or whatever else takes a Request. */
export const byFetch =
  (fetch: Fetch) =>
  async (ask: Ask): Promise<Sent> => ({ response: await fetch(requestOf(ask)) })

/** A whole Request. */
export const requestOf = ({ url, method, headers = {}, body, signal }: Ask): Request =>
  new Request(url, {
    headers,
    ...(method !== undefined && { method }),
    ...(body !== undefined && { body }),
    ...(signal !== undefined && { signal }),
  })
