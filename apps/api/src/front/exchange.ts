import type { IncomingHttpHeaders } from "node:http"

/** What is asked, as far as it is looked at before an answer is made. Names of header fields are in lower case. */
export type Asked = {
  method: string
  /** Path and query string. */
  target: string
  headers: IncomingHttpHeaders
  /** The address of whoever asks, as the socket has it; absent within the process. */
  address?: string | undefined
}

/** An answer before it is a Response: what is whole is bytes, what goes on is a stream. */
export type Answer = {
  status: number
  /** Header fields, which one answer may have in common with the next: they are never changed. */
  headers: Readonly<Record<string, string>>
  /** Further header fields, of this answer alone. */
  own?: Readonly<Record<string, string>>
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | null
  /** Where a server may keep what it makes of `headers`, for as long as these are given. */
  head?: { text?: string }
}

/**
 * An answer and how it came about: `hit` from what was kept, `miss` made for this request, `pass` where nothing is ever
 * kept. `route` is the pattern of the address, where there is one.
 */
export type Given = { answer: Answer; cache: "hit" | "miss" | "pass"; route?: string | undefined }

/**
 * What goes with a request to whoever answers it (Hono's `env`): which id the request has, the path of its address, and that its conditions have been
 * taken from it to be weighed here. Who answers says in `route` which pattern the address met, and in `whole` what the Response
 * consists of, where that is at hand: to read it out of the Response takes as long as to find an item. It counts for that
 * very Response only, which may be empty then unless caches are forbidden; whoever changes it makes another. Who asks within
 * the process and looks at no header field (`wantsText`) is given the text itself, in `text`.
 */
export type Told = {
  requestId: string
  path: string
  /** Who asks, as far as clients are told apart; of requests only to what goes on as things happen. */
  client?: string | undefined
  weighs?: true
  route?: string
  whole?: Whole
  wantsText?: true
  text?: { response: Response; text: string }
  coded?: Coded
}

/** The bytes of the Response in content codings, where they were made beforehand; an answer that is kept is given in them. */
export type Coded = Partial<Record<"br" | "gzip", Uint8Array<ArrayBuffer>>>

/** A Response that is a success and whole, its header fields by names in lower case, and its bytes. */
type Whole = { response: Response; fields: Readonly<Record<string, string>>; bytes: Uint8Array<ArrayBuffer> }

/** Answers a request. A Response that has a Content-Length is whole; one that has none may go on for ever. */
export type Handler = (request: Request, told: Told) => Response | Promise<Response>
