import { ApiError } from "./api-error.js"
import type { Problem } from "./problem.js"

/** Sends a request and gives its answer: the global `fetch`, or an API in the same process. */
export type Fetch = (request: Request) => Response | Promise<Response>

/** The JSON that is at an address, redirects followed. Throws ApiError, or the signal's reason when it is aborted. */
export async function read(send: Fetch, url: string, signal?: AbortSignal): Promise<unknown> {
  signal?.throwIfAborted()
  const { response, text } = await receive(send, url, signal)
  const body = parseJson(text)
  if (response.ok && body !== undefined) return body
  if (response.ok) throw new ApiError(`${url} does not answer JSON: is it the API?`, { status: response.status })
  throw refused(response, url, body)
}

async function receive(send: Fetch, url: string, signal?: AbortSignal): Promise<{ response: Response; text: string }> {
  try {
    const response = await follow(send, url, signal)
    const text = await response.text()
    signal?.throwIfAborted()
    return { response, text }
  } catch (cause) {
    if (cause instanceof ApiError || signal?.aborted) throw cause
    throw new ApiError(`${url} cannot be reached: ${reasonOf(cause)}`, { cause })
  }
}

const mostRedirects = 5

/** `fetch` follows redirects by itself; an API in the same process hands them over. */
async function follow(send: Fetch, url: string, signal?: AbortSignal): Promise<Response> {
  let address = url
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const headers = { accept: "application/json" }
    const response = await send(new Request(address, { headers, ...(signal !== undefined && { signal }) }))
    const location = response.headers.get("location")
    if (response.status < 300 || response.status >= 400 || location === null) return response
    address = new URL(location, address).href
  }
  throw new ApiError(`${url} is redirected more than ${mostRedirects} times`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refused({ status, headers }: Response, url: string, body: unknown): ApiError {
  const isProblem = /^application\/problem\+json\b/i.test(headers.get("content-type") ?? "")
  if (!isProblem || typeof body !== "object" || body === null)
    return new ApiError(`${url} answers ${status}, and not as the API does`, { status })
  const problem = body as Problem
  const wrong = problem.errors?.map(({ parameter, detail }) => `${parameter}: ${detail}`) ?? []
  const message = [`${url} answers ${status}: ${problem.detail ?? problem.title}`, ...wrong].join("\n")
  return new ApiError(message, { status, problem })
}

/** The innermost cause: `fetch` itself only says that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reasonOf(error.cause)
  return error.message || ("code" in error ? String(error.code) : error.name)
}
