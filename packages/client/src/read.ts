import { ApiError } from "./api-error.js"
import type { AnswerCache } from "./cache.js"
import { usual } from "./local.js"
import type { Problem } from "./problem.js"
import type { Ask, Send, Sent } from "./send.js"

/** How an answer is come by: `cache` is asked first, and the server then only whether that is still good. */
type By = { send: Send; cache?: AnswerCache | undefined }

/** The JSON that is at an address. Throws ApiError, or the signal's reason when it is aborted. */
export async function read({ send, cache }: By, url: string, signal?: AbortSignal): Promise<unknown> {
  const kept = cache?.get(url)
  const headers = kept ? { ...usual, "if-none-match": kept.etag } : usual
  const { response, text } = await receive(send, { url, headers, signal })
  if (response.status === 304 && kept) return JSON.parse(kept.text)
  const body = parseJson(text)
  if (response.ok && body !== undefined) {
    const etag = cache && response.headers.get("etag")
    if (etag) cache?.set(url, { etag, text })
    return body
  }
  if (response.ok) throw new ApiError(`${url} does not answer JSON: is it the API?`, { status: response.status })
  throw refused(response, url, body)
}

/** An answer that is read as it comes. Throws ApiError where it is none to be read. */
export async function open(send: Send, ask: Ask): Promise<Response> {
  const { response } = await sent(send, ask)
  if (response.ok) return response
  throw refused(response, ask.url, parseJson(await response.text()))
}

/** A request's answer, read to its end. Throws ApiError where none comes, or the signal's reason. */
export async function receive(send: Send, ask: Ask): Promise<{ response: Response; text: string }> {
  const { url, signal } = ask
  const { response, bytes, text: whole } = await sent(send, ask)
  if (whole !== undefined) return { response, text: whole }
  try {
    const text = bytes ? decoder.decode(bytes) : await response.text()
    signal?.throwIfAborted()
    return { response, text }
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError(`${url} broke off its answer: ${reasonOf(cause)}`, { cause })
  }
}

const decoder = new TextDecoder()

async function sent(send: Send, ask: Ask): Promise<Sent> {
  const { url, signal } = ask
  signal?.throwIfAborted()
  try {
    return await send(ask)
  } catch (cause) {
    if (cause instanceof ApiError || signal?.aborted) throw cause
    throw new ApiError(`${url} cannot be reached: ${reasonOf(cause)}`, { cause })
  }
}

/** A text as JSON; `undefined` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a refusal says, as an error. */
export function refused({ status, headers }: Response, url: string, body: unknown): ApiError {
  const isProblem = /^application\/problem\+json\b/i.test(headers.get("content-type") ?? "")
  if (!isProblem || typeof body !== "object" || body === null)
    return new ApiError(`${url} answers ${status}, and not as the API does`, { status })
  const problem = body as Problem
  const wrong =
    problem.errors?.map(({ parameter, header, pointer, detail }) => `${parameter ?? header ?? pointer}: ${detail}`) ??
    []
  const message = [`${url} answers ${status}: ${problem.detail ?? problem.title}`, ...wrong].join("\n")
  return new ApiError(message, { status, problem })
}

/** The innermost cause: `fetch` itself only says that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reasonOf(error.cause)
  return error.message || ("code" in error ? String(error.code) : error.name)
}
