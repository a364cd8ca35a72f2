import { once } from "node:events"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { createAdaptorServer } from "@hono/node-server"
import { Failure } from "./failure.js"

type Handler = (request: Request) => Response | Promise<Response>

/**
 * Listens on a port, 0 for any that is free; what answers is made once the port is known. Throws Failure where the
 * port is taken, is not allowed, or the host is not an address of this machine.
 */
export async function listen(
  { host, port }: { host: string; port: number },
  createHandler: (port: number) => Handler,
): Promise<Server> {
  let handle: Handler
  const server = createAdaptorServer({ fetch: (request) => handle(request) }) as Server
  server.listen(port, host)
  try {
    await once(server, "listening")
  } catch (error) {
    throw failureOf(error, host, port)
  }
  handle = createHandler((server.address() as AddressInfo).port)
  return server
}

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
