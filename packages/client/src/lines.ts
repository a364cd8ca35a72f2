import { ApiError } from "./api-error.js"

/** The lines of an answer, as they come. A stream's iterator is not in every browser; its reader is. Throws ApiError where it breaks off. */
export async function* linesOf(response: Response, url: string): AsyncGenerator<string> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let rest = ""
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done) return
      const parts = (rest + decoder.decode(value, { stream: true })).split("\n")
      rest = parts.pop() ?? ""
      yield* parts
    }
  } catch (cause) {
    throw new ApiError(`${url} broke off its answer`, { cause })
  } finally {
    await reader?.cancel().catch(() => {})
  }
}
