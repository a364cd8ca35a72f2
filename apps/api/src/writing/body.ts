import type { Context } from "hono"
import { Refused } from "./refused.js"

/** How long a body may be, in bytes: an item with a full text, a listing, a batch. */
export const longest = { item: 2_000_000, listing: 500_000, batch: 50_000_000 }

/** The body of a request as text. Throws Refused where it is none of the media types, too long, or not in UTF-8. */
export async function readText(c: Context, mediaTypes: readonly string[], most: number): Promise<string> {
  checkType(c, mediaTypes)
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf(c, most)) chunks.push(chunk)
  return decoded(chunks)
}

/** A text as JSON; an empty one is no answer to a question. Throws Refused that says where it ends to be JSON. */
export function parseJson(text: string, what = "The body"): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refused("malformed", `${what} is no JSON: ${(error as Error).message}.`)
  }
}

/** The lines of a body that is not empty, with their numbers from 1, as they come. Throws Refused. */
export async function* readLines(c: Context, most: number): AsyncGenerator<{ number: number; text: string }> {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  let pieces: string[] = []
  let length = 0
  let number = 0
  for await (const chunk of chunksOf(c, most)) {
    const text = decode(decoder, chunk)
    // Joined only when the line ends: by then it may have come in very many pieces.
    pieces.push(text)
    length += text.length
    if (!text.includes("\n")) {
      if (length > longest.item) throw tooLarge(longest.item, "a line")
      continue
    }
    const lines = pieces.join("").split("\n")
    pieces = [lines.pop() ?? ""]
    length = pieces[0]?.length ?? 0
    for (const text of lines) {
      number++
      if (text.length > longest.item) throw tooLarge(longest.item, "a line")
      if (text.trim() !== "") yield { number, text }
    }
    if (length > longest.item) throw tooLarge(longest.item, "a line")
  }
  const rest = pieces.join("")
  if (rest.trim() !== "") yield { number: number + 1, text: rest }
}

function checkType(c: Context, mediaTypes: readonly string[]): void {
  const given = (c.req.header("Content-Type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? ""
  if (!mediaTypes.includes(given))
    throw new Refused(
      "unsupported",
      `A body of type ${given || "(none said)"} is not read here: send ${mediaTypes.join(" or ")}.`,
      {
        headers: { Accept: mediaTypes.join(", ") },
      },
    )
}

/** What a body consists of, up to its bound; `what` is its name in a refusal. Throws Refused. */
export async function* chunksOf(c: Context, most: number, what = "a body"): AsyncGenerator<Uint8Array> {
  if (Number(c.req.header("Content-Length") ?? 0) > most) throw tooLarge(most, what)
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length
    if (length > most) throw tooLarge(most, what)
    yield chunk
  }
}

const tooLarge = (most: number, what: string) =>
  new Refused("tooLarge", `Here ${what} has at most ${most.toLocaleString("en")} bytes.`, {
    headers: { Connection: "close" },
  })

function decoded(chunks: readonly Uint8Array[]): string {
  return decode(new TextDecoder("utf-8", { fatal: true }), Buffer.concat(chunks), false)
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream = true): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch {
    throw new Refused("malformed", "The body is not in UTF-8.")
  }
}
