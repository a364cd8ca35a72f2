import { once } from "node:events"
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { getRequestListener, RequestError } from "@hono/node-server"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { Answer } from "@pg/api"
import { Failure } from "./failure.js"
import { hasHost, noAddress, refuseMalformed } from "./malformed.js"
import { type Patience, patience } from "./patience.js"
import { writeAnswer } from "./write-answer.js"

/**
 * What answers requests: `answerAtOnce` at once where the answer is at hand, `answer` every other; `failed` notes a failure to
 * write one, and says so.
 */
type Handler = {
  failed: (error: unknown) => Answer
  answer: (request: Request, incoming: IncomingMessage) => Promise<Answer>
  answerAtOnce?: (incoming: IncomingMessage) => Answer | Promise<Answer | undefined> | undefined
}

/**
 * Listens on a port, 0 for any that is free; what answers is made once the port is known. Throws Failure where the
 * port is taken, is not allowed, or the host is not an address of this machine.
 */
export async function listen(
  { host, port, ...others }: { host: string; port: number } & Partial<Patience>,
  createHandler: (port: number) => Handler,
): Promise<Server> {
  const { timeout, maxConnections, ...options } = { ...patience, ...others }
  const server = createServer(options)
  server.timeout = timeout
  server.maxConnections = maxConnections
  refuseMalformed(server)
  server.listen(port, host)
  try {
    await once(server, "listening")
  } catch (error) {
    throw failureOf(error, host, port)
  }
  // Nothing is read from a connection before this: it takes another turn of the event loop.
  server.on("request", listenerOf(createHandler((server.address() as AddressInfo).port)))
  return server
}

function listenerOf({ answer, answerAtOnce, failed }: Handler): RequestListener {
  const listener = getRequestListener(
    async (request, { incoming, outgoing }) => {
      const given = await answer(request, incoming as IncomingMessage)
      if (given.body instanceof ReadableStream) return responseOf(given)
      writeAnswer(outgoing as ServerResponse, given)
      return RESPONSE_ALREADY_SENT
    },
    {
      hostname: "localhost",
      errorHandler: (error) => responseOf(error instanceof RequestError ? noAddress : failed(error)),
    },
  )
  return (incoming, outgoing) => {
    if (!hasHost(incoming.headers.host)) return writeAnswer(outgoing, noAddress)
    const give = (kept: Answer | undefined) => (kept ? writeAnswer(outgoing, kept) : void listener(incoming, outgoing))
    const kept = answerAtOnce?.(incoming)
    if (kept instanceof Promise) void kept.then(give)
    else give(kept)
  }
}

const responseOf = ({ status, headers, own, body }: Answer) =>
  new Response(body, { status, headers: { ...headers, ...own } })

/** Takes no more connections, lets the requests under way be answered, and after so many seconds breaks them off. */
export async function stop(server: Server, seconds: number): Promise<void> {
  const limit = setTimeout(() => server.closeAllConnections(), seconds * 1000)
  // Closing a server closes the connections that are idle then, not those that become so when they are answered.
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const closed = once(server, "close")
  server.close()
  await closed
  clearTimeout(limit)
  clearInterval(sweep)
}

function failureOf(error: unknown, host: string, port: number): unknown {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken: something else listens on ${host}:${port}; stop it, or set PORT to another.`,
    EACCES: `Port ${port} may not be used without more rights; set PORT to one above 1023.`,
    EADDRNOTAVAIL: `${host} is no address of this machine; set HOST to one that is, as in HOST=127.0.0.1.`,
    ENOTFOUND: `The host ${host} is not known; set HOST to an address of this machine, as in HOST=127.0.0.1.`,
  }
  const sentence = sentences[(error as NodeJS.ErrnoException).code ?? ""]
  return sentence === undefined ? error : new Failure(sentence)
}
