import { acceptedCodings, encode, leastBytes } from "./coding.js"
import type { Answer, Asked, Given, Told } from "./exchange.js"

/** An answer that is not kept. */
export async function pass(response: Response, asked: Asked, told: Told): Promise<Given> {
  const answer = isPageOfFailure(response) ? await code(response, asked) : plain(response)
  if (asked.method !== "HEAD") return { answer, cache: "pass", route: told.route }
  if (answer.body instanceof ReadableStream) answer.body.cancel().catch(() => {})
  return { answer: { ...answer, body: null }, cache: "pass", route: told.route }
}

function plain({ status, headers, body }: Response): Answer {
  const { "x-request-id": _, ...fields } = Object.fromEntries(headers)
  return { status, headers: fields, body }
}

/** A page that says what is wrong is as long as others; it is whole and has no tag, which its forms would have to differ by. */
const isPageOfFailure = ({ status, headers }: Response) =>
  status >= 400 &&
  headers.get("content-type")?.startsWith("text/html") &&
  Number(headers.get("content-length")) >= leastBytes &&
  !headers.has("etag")

/** An answer in the coding that its client likes best; in none where it takes none, since of a failure everybody is to hear. */
async function code(response: Response, { headers }: Asked): Promise<Answer> {
  const answer = plain(response)
  const vary = [answer.headers["vary"], "Accept-Encoding"].filter(Boolean).join(", ")
  const [coding = "identity"] = acceptedCodings(headers["accept-encoding"])
  if (coding === "identity" || answer.body === null) return { ...answer, headers: { ...answer.headers, vary } }
  const body = await encode(new Uint8Array(await response.arrayBuffer()), coding)
  const about = { vary, "content-encoding": coding, "content-length": String(body.length) }
  return { ...answer, headers: { ...answer.headers, ...about }, body }
}
