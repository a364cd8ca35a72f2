import { ApiError } from "./api-error.js"

/** Sends a request and gives its answer: the global `fetch`, or an API in the same process. */
export type Fetch = (request: Request) => Response | Promise<Response>

/** What is sent: where to, with which headers, and what ends it. */
type Ask = { url: string; headers?: Record<string, string>; signal?: AbortSignal | undefined }

/** Asks, and gives the answer. Throws ApiError where none comes, and the signal's reason where that ends it. */
export type Send = (ask: Ask) => Promise<Response>

const mostRedirects = 5

/** `fetch` follows redirects by itself; an API in the same process hands them over. */
export const follow =
  (fetch: Fetch): Send =>
  async ({ url, headers = {}, signal }) => {
    let address = url
    for (let hops = 0; hops <= mostRedirects; hops++) {
      const response = await fetch(new Request(address, { headers, ...(signal !== undefined && { signal }) }))
      const location = response.headers.get("location")
      if (response.status < 300 || response.status >= 400 || location === null) return response
      address = new URL(location, address).href
    }
    throw new ApiError(`${url} is redirected more than ${mostRedirects} times`)
  }
