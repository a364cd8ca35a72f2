import { type ServerResponse, STATUS_CODES } from "node:http"
import type { Answer } from "@pg/api"

/**
 * Writes an answer that is at hand. Node looks at every letter of every header field each time, which for fields as long as
 * Link takes longer than finding the answer. So the fields that an answer has in common with the next are put together
 * once, and what `writeHead` does with its first line is done with them. Where Node should come to lack that, and for
 * whatever is no whole answer, `writeHead` does the same.
 */
export function writeAnswer(outgoing: ServerResponse & Partial<Inside>, answer: Answer): void {
  const { status, headers, own, body, head = {} } = answer
  const bytes = body instanceof Uint8Array ? body : undefined
  if (status === 200 && bytes && outgoing._storeHeader) {
    head.text ??= headOf(headers)
    outgoing.statusCode = status
    outgoing._storeHeader(head.text, { "content-length": String(bytes.length), ...own })
  } else outgoing.writeHead(status, { ...headers, ...own })
  outgoing.end(bytes)
}

type Inside = { _storeHeader: (firstLine: string, headers: Record<string, string>) => void }

function headOf(headers: Answer["headers"]): string {
  let head = `HTTP/1.1 200 ${STATUS_CODES[200]}\r\n`
  for (const name in headers) {
    const value = headers[name] ?? ""
    if (forbidden.test(value)) throw new TypeError(`the header field ${name} has a sign in it that it cannot have`)
    if (name !== "content-length") head += `${name}: ${value}\r\n`
  }
  return head
}

/** RFC 9110 section 5.5: a line end in a value would begin another field. */
const forbidden = /[^\t\x20-\x7e\x80-\xff]/
