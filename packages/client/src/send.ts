/** What is sent: where to, with which headers, and what ends it. */
export type Ask = { url: string; headers?: Record<string, string>; signal?: AbortSignal | undefined }

/** An answer; `text` or `bytes` is what it consists of where that is at hand, else it is to be read out of the Response. */
export type Sent = { response: Response; bytes?: Uint8Array | undefined; text?: string | undefined }

/** Asks, and gives the answer. Throws ApiError where none comes, and the signal's reason where that ends it. */
export type Send = (ask: Ask) => Promise<Sent>
