import { expect, test } from "vitest"
import { createClient } from "./index.js"

const page = JSON.stringify({ items: [], total: 0 })
const busy = (headers: Record<string, string> = {}, status = 503) =>
  new Response(`{"title":"Busy","status":${status}}`, {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  })

/** A client of an API that gives these answers, one after the other. */
function clientOf(answers: (() => Response)[], options = {}) {
  const asked: number[] = []
  const fetch = () => {
    asked.push(performance.now())
    return answers[asked.length - 1]?.() ?? new Response(page)
  }
  return {
    asked,
    client: createClient({ baseUrl: "http://api.example", fetch, retry: { random: () => 0, ...options } }),
  }
}

test("what is refused for the moment is asked again, and the caller hears nothing of it", async () => {
  const { client, asked } = clientOf([() => busy(), () => busy({}, 429)])
  expect(await client.find({})).toEqual({ items: [], total: 0 })
  expect(asked).toHaveLength(3)
})

test("a server that says when to come back is not asked before", async () => {
  const { client, asked } = clientOf([() => busy({ "retry-after": "1" })])
  await client.find({})
  const [first = 0, second = 0] = asked
  expect(second - first).toBeGreaterThan(990)
})

test("a server that asks for more patience than there is is taken at its word at once", async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toUTCString()
  const { client, asked } = clientOf([() => busy({ "retry-after": tomorrow })])
  await expect(client.find({})).rejects.toMatchObject({ status: 503 })
  expect(asked).toHaveLength(1)
})

test("in the end the failure is told", async () => {
  const { client, asked } = clientOf([() => busy(), () => busy()], { attempts: 2 })
  await expect(client.find({})).rejects.toMatchObject({ status: 503, problem: { title: "Busy" } })
  expect(asked).toHaveLength(2)
})

test("waiting to ask again ends with the call's signal", async () => {
  const { client, asked } = clientOf([() => busy({ "retry-after": "20" })])
  const controller = new AbortController()
  const reason = new Error("the reader went away")
  setTimeout(() => controller.abort(reason), 20)
  await expect(client.find({}, { signal: controller.signal })).rejects.toBe(reason)
  expect(asked).toHaveLength(1)
})
