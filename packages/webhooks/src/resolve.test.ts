import { createSocket } from "node:dgram"
import { once } from "node:events"
import { expect, onTestFinished, test } from "vitest"
import { createResolve } from "./resolve.js"

/** A name server that answers each question for the given type with an address, or with no such name (NXDOMAIN), or not at all. */
async function nameServer(answer: { v4?: number[] } | "silence") {
  const socket = createSocket("udp4")
  let asked = 0
  socket.on("message", (question, from) => {
    asked++
    if (answer === "silence") return
    const type = question.readUInt16BE(question.indexOf(0, 12) + 1)
    const record =
      type === 1 && answer.v4 ? Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, ...answer.v4]) : Buffer.alloc(0)
    const end = question.indexOf(0, 12) + 5
    const head = Buffer.from([
      ...question.subarray(0, 2),
      0x81,
      answer.v4 ? 0x80 : 0x83,
      0,
      1,
      0,
      record.length > 0 ? 1 : 0,
      0,
      0,
      0,
      0,
    ])
    socket.send(Buffer.concat([head, question.subarray(12, end), record]), from.port, from.address)
  })
  socket.bind(0, "127.0.0.1")
  await once(socket, "listening")
  onTestFinished(() => void socket.close())
  return { servers: [`127.0.0.1:${socket.address().port}`], asked: () => asked }
}

test("a host is looked up in the DNS, under either kind of address", async () => {
  const { servers, asked } = await nameServer({ v4: [192, 0, 2, 7] })
  expect(await createResolve({ servers })("hook.example")).toEqual([{ address: "192.0.2.7" }])
  expect(asked()).toBe(2)
})

test("what the DNS does not have is known to the system, or to nobody", async () => {
  const { servers } = await nameServer({})
  const resolve = createResolve({ servers })
  expect((await resolve("localhost")).map(({ address }) => address)).toContainEqual(expect.stringMatching(/^(127|::1)/))
  await expect(resolve("nobody.invalid")).rejects.toThrow(/ENOTFOUND|EAI_AGAIN/)
})

test("a name server that is silent is not waited for by the system's means, which would keep a thread", async () => {
  const { servers } = await nameServer("silence")
  const start = performance.now()
  await expect(createResolve({ servers })("hook.example")).rejects.toMatchObject({ code: "ETIMEOUT" })
  expect(performance.now() - start).toBeLessThan(14_000)
}, 20_000)
