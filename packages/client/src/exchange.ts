import { receive, refused, parseJson } from "./read.js"
import { ApiError } from "./api-error.js"
import type { Send } from "./send.js"

/** A request to an address under the API's; a read where no method is given. */
type Asking = {
  method?: string
  path: string
  search?: Record<string, string | undefined>
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal | undefined
}

/** Sends a request, and gives what the answer holds and its tag. Throws ApiError, or the signal's reason. */
export type Exchange = (asking: Asking) => Promise<{ value: unknown; etag: string | undefined }>

/** Exchanges with the API at an address, as whoever has a token. */
export const exchanging =
  (send: Send, base: string, token: string | undefined): Exchange =>
  async ({ method = "GET", path, search = {}, headers, body, signal }) => {
    const said = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    const url = `${base}/${path}${said.length > 0 ? `?${new URLSearchParams(said).toString()}` : ""}`
    const fields = {
      accept: "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    }
    const { response, text } = await receive(send, { url, method, headers: fields, body, signal })
    const value = parseJson(text)
    if (!response.ok) throw refused(response, url, value)
    if (value === undefined)
      throw new ApiError(`${url} does not answer JSON: is it the API?`, { status: response.status })
    return { value, etag: response.headers.get("etag") ?? undefined }
  }
