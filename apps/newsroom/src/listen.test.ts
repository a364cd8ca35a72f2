import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Answer } from "@pg/api"
import { expect, onTestFinished, test } from "vitest"
import { listen, stop } from "./listen.js"

test("a request under way when the server is asked to stop is answered, and then the server has ended", async () => {
  const { server, answer, asked, release } = await slowServer()
  const response = answer()
  await asked
  const stopped = stop(server, 60)
  release()
  expect(await (await response).text()).toBe("at last")
  await stopped
  await expect(answer()).rejects.toThrow()
})

test("a request that takes longer than the limit is broken off, so that stopping comes to an end", async () => {
  const { server, answer, asked } = await slowServer()
  const response = answer().then(
    () => "answered",
    () => "broken off",
  )
  await asked
  await stop(server, 0.05)
  expect(await response).toBe("broken off")
})

test("the handler is made for the port that the system chose", async () => {
  const server = await listen({ host: "127.0.0.1", port: 0 }, (port) => ({
    failed,
    answer: async () => said(String(port)),
  }))
  onTestFinished(async () => await stop(server, 1))
  expect(await (await fetch(addressOf(server))).text()).toBe(new URL(addressOf(server)).port)
})

test("an answer that cannot be written is a failure that is noted and said", async () => {
  const server = await listen({ host: "127.0.0.1", port: 0 }, () => ({
    failed,
    answer: async () => ({ ...said("never"), headers: { title: "two\r\nlines" } }),
  }))
  onTestFinished(async () => await stop(server, 1))
  const response = await fetch(addressOf(server))
  expect([response.status, await response.text()]).toEqual([500, expect.stringContaining("title")])
})

/** A server that answers only once it is released. */
async function slowServer() {
  const [gate, arrival] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const answerSlowly = async () => {
    arrival.resolve()
    await gate.promise
    return said("at last")
  }
  const server = await listen({ host: "127.0.0.1", port: 0 }, () => ({ failed, answer: answerSlowly }))
  const address = addressOf(server)
  return { server, answer: async () => await fetch(address), asked: arrival.promise, release: gate.resolve }
}

const said = (text: string): Answer => ({ status: 200, headers: {}, body: new TextEncoder().encode(text) })

const failed = (error: unknown): Answer => ({ ...said(String(error)), status: 500 })

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
