import { type Server, type ServerResponse, STATUS_CODES } from "node:http"
import type { Duplex } from "node:stream"
import { type Answer, malformed } from "@pg/api"
import { writeAnswer } from "./write-answer.js"

/** Says to whoever sends what HTTP does not allow what is wrong with it, where Node would close with no word. */
export function refuseMalformed(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    const isUnderWay = socket._httpMessage?.headersSent === true
    if (!socket.writable || error.code === "ECONNRESET" || isUnderWay) socket.destroy(error)
    else socket.end(rawOf(answers[error.code ?? ""] ?? noRequest))
  })
  server.on("checkExpectation", (_, outgoing) => writeAnswer(outgoing, unexpected))
}

/** Whether a request says in a way that can be right at which host it asks; HTTP/1.0 need not say it. */
export const hasHost = (host: string | undefined): boolean => host === undefined || possibleHost.test(host)

const possibleHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i

/** What comes where the host or the address of a request is none. */
export const noAddress: Answer = malformed("The request has no address that can be understood: see its Host and path.")

/** Node has here the answer that a connection is in the middle of. */
type Socket = Duplex & { _httpMessage?: ServerResponse | null }

const noRequest = malformed("This is no request of HTTP/1.1 that can be understood.")
const unexpected = malformed("Of what the Expect header may ask only 100-continue is there.", 417)
const answers: Record<string, Answer> = {
  HPE_HEADER_OVERFLOW: malformed("The address and the header are longer than 16 kB together.", 431),
  ERR_HTTP_REQUEST_TIMEOUT: malformed("The request took too long to come.", 408),
}

function rawOf({ status, headers, body }: Answer): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`
  return Buffer.concat([Buffer.from(head, "latin1"), body instanceof Uint8Array ? body : Buffer.alloc(0)])
}
