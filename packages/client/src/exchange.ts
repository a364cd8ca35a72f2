import { ApiError } from "./api-error.js"
import { linesOf } from "./lines.js"
import { open, parseJson, receive, refused } from "./read.js"
import type { Ask, Send } from "./send.js"

/** A request to an address under the API's; a read where no method is given. */
type Asking = {
  method?: string
  path: string
  search?: Record<string, string | undefined>
  headers?: Record<string, string>
  body?: string
  signal?: AbortSignal | undefined
}

/**
 * What whoever has a token asks with. `exchange` sends a request, and gives what the answer holds and its tag; `readLines` gives the
 * lines of an answer as they come, and its address. Both throw ApiError, or the signal's reason.
 */
export type Exchange = {
  exchange: (asking: Asking) => Promise<{ value: unknown; etag: string | undefined }>
  readLines: (asking: Asking) => Promise<{ url: string; lines: AsyncGenerator<string> }>
}

/** Exchanges with the API at an address, as whoever has a token. */
export function exchanging(send: Send, base: string, token: string | undefined): Exchange {
  const toAsk = ({ method = "GET", path, search = {}, headers, body, signal }: Asking, accept: string): Ask => {
    const said = Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
    const url = `${base}/${path}${said.length > 0 ? `?${new URLSearchParams(said).toString()}` : ""}`
    const fields = { accept, ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers }
    return { url, method, headers: fields, body, signal }
  }
  return {
    exchange: async (asking) => {
      const ask = toAsk(asking, "application/json")
      const { response, text } = await receive(send, ask)
      const value = parseJson(text)
      if (!response.ok) throw refused(response, ask.url, value)
      if (value === undefined)
        throw new ApiError(`${ask.url} does not answer JSON: is it the API?`, { status: response.status })
      return { value, etag: response.headers.get("etag") ?? undefined }
    },
    readLines: async (asking) => {
      const ask = toAsk(asking, "application/x-ndjson")
      return { url: ask.url, lines: linesOf(await open(send, ask), ask.url) }
    },
  }
}
