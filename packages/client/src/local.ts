import type { Ask, Sent } from "./send.js"

/**
 * An API in the same process, as the `fetch` of a Hono app is. It gets as much of a Request as a read needs, and where it is
 * told that nobody asks under conditions (`weighs`) it may say in `whole` what the very Response consists of that it gives: a
 * whole Request made and a Response read take longer than finding an item. Where only the content is wanted (`wantsText`) it
 * may say that as `text`, and leave out of the Response whatever takes time.
 */
export type Local = (request: Request, told: LocalTold) => Response | Promise<Response>

type LocalTold = {
  weighs?: true
  wantsText?: true
  whole?: { response: Response; bytes: Uint8Array }
  text?: { response: Response; text: string }
}

/** Asks within the process, and gives the answer. */
export const byLocal =
  (local: Local) =>
  async (ask: Ask): Promise<Sent> => {
    const told: LocalTold = ask.headers === usual ? { weighs: true, wantsText: true } : {}
    const response = await local(localRequest(ask), told)
    return {
      response,
      bytes: told.whole?.response === response ? told.whole.bytes : undefined,
      text: told.text?.response === response ? told.text.text : undefined,
    }
  }

/** A read as an API looks at it: address, method, header fields, and the signal that ends it. */
function localRequest({ url, headers, signal = unending }: Ask): Request {
  const request: Pick<Request, "url" | "method" | "headers" | "signal" | "body"> = {
    url,
    method: "GET",
    headers: headersOf(headers),
    signal,
    body: null,
  }
  return request as Request
}

const unending = new AbortController().signal

/** Those that nearly every request has are made once. Nobody changes what a request says. */
const headersOf = (headers: Ask["headers"]): Headers => (headers === usual ? usualHeaders : new Headers(headers))

/** The header fields of a request for JSON. */
export const usual: Record<string, string> = { accept: "application/json" }
const usualHeaders = new Headers(usual)
