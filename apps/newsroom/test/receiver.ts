import { once } from "node:events"
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { WebhookEvent } from "@pg/domain"
import { onTestFinished } from "vitest"

/** What came to a receiver. */
export type Received = { headers: IncomingHttpHeaders; text: string; id: string; event: WebhookEvent }

/** A web server that webhooks lead to; `answer` has each, and the number of those before it. It goes when the test is over. */
export async function openReceiver(
  answer: (response: ServerResponse, received: Received, count: number) => void = (response) => response.end(),
) {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("error", () => {})
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8")
      const { headers } = request
      const isJson = headers["content-type"] === "application/json"
      const event = (isJson ? JSON.parse(text) : {}) as WebhookEvent
      const one = { headers, text, event, id: String(headers["webhook-id"]) }
      received.push(one)
      answer(response, one, received.length - 1)
    })
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}
