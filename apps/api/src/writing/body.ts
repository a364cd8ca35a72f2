import type { Context } from "hono"
import { Refused } from "./refused.js"

/** How long a body may be, in bytes: an item with a full text, a listing, a batch. */
export const longest = { item: 2_000_000, listing: 500_000, batch: 50_000_000 }

/** The body of a request as text. Throws Refused where it is none of the media types, too long, or not in UTF-8. */
export async function readText(c: Context, mediaTypes: readonly string[], most: number): Promise<string> {
  checkType(c, mediaTypes)
  checkCoding(c)
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf(c, most)) chunks.push(chunk)
  return decode(chunks)
}

/** A text as JSON; an empty one is no answer to a question. Throws Refused that says where it ends to be JSON. */
export function parseJson(text: string, what = "The body"): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Refused("malformed", `${what} is no JSON: ${(error as Error).message}.`)
  }
}

/** A line of a body by its number from 1: its text, or why it alone is refused. */
export type Line = { number: number } & ({ text: string } | { refusal: Refused })

/** The lines of a body that are not blank, as they come, each judged by itself. Throws Refused where nothing can be read on. */
export async function* readLines(c: Context, most: number): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = []
  let length = 0
  let number = 0
  const add = (piece: Uint8Array) => {
    length += piece.length
    // What is too long is not kept, and read to its end: the next line may be a good one.
    if (length > longest.item) pieces = []
    else pieces.push(piece)
  }
  const end = () => {
    number++
    const line = lineOf(number, pieces, length)
    pieces = []
    length = 0
    return "text" in line && line.text.trim() === "" ? [] : [line]
  }
  for await (const chunk of chunksOf(c, most)) {
    let start = 0
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, at))
      yield* end()
      start = at + 1
    }
    add(chunk.subarray(start))
  }
  yield* end()
}

const lineFeed = 10

function lineOf(number: number, pieces: readonly Uint8Array[], length: number): Line {
  if (length > longest.item) return { number, refusal: new Refused("tooLarge", atMost(longest.item, "a line")) }
  try {
    return { number, text: decode(pieces, "The line") }
  } catch (error) {
    if (error instanceof Refused) return { number, refusal: error }
    throw error
  }
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

/** Refuses a text that is packed (RFC 9110 section 15.5.16) or in other letters than UTF-8. Throws Refused. */
export function checkCoding(c: Context): void {
  refusePacked(c)
  const type = c.req.header("Content-Type") ?? ""
  const charset = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type)?.[1] ?? "utf-8"
  if (!/^(?:utf-?8|us-ascii)$/i.test(charset))
    throw new Refused("unsupported", `A text in ${charset.slice(0, 40)} is not read here: send it in UTF-8.`)
}

function refusePacked(c: Context): void {
  const coding = c.req.header("Content-Encoding")?.trim().toLowerCase() || "identity"
  if (coding !== "identity")
    throw new Refused("unsupported", `A body packed with ${coding.slice(0, 40)} is not read here: send it as it is.`, {
      headers: { "Accept-Encoding": "identity" },
    })
}

/** Refuses a body that says itself that it is beyond a bound. Throws Refused. */
export function checkLength(c: Context, most: number, what = "a body"): void {
  if (Number(c.req.header("Content-Length") ?? 0) > most) throw tooLarge(most, what)
}

/** What a body consists of, up to its bound; `what` is its name in a refusal. Throws Refused. */
export async function* chunksOf(c: Context, most: number, what = "a body"): AsyncGenerator<Uint8Array> {
  refusePacked(c)
  checkLength(c, most, what)
  let length = 0
  for await (const chunk of c.req.raw.body ?? []) {
    length += chunk.length
    if (length > most) throw tooLarge(most, what)
    yield chunk
  }
}

const tooLarge = (most: number, what: string) =>
  new Refused("tooLarge", atMost(most, what), { headers: { Connection: "close" } })

const atMost = (most: number, what: string) => `Here ${what} has at most ${most.toLocaleString("en")} bytes.`

function decode(chunks: readonly Uint8Array[], what = "The body"): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw new Refused("malformed", `${what} is not in UTF-8.`)
  }
}
