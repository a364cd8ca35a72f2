import fc from "fast-check"
import { expect, test } from "vitest"
import { createRateLimit } from "./rate-limit.js"

test("a client may ask so often in a minute, is told what is left, and when it may ask again", () => {
  const allow = createRateLimit(60)
  for (let left = 59; left >= 0; left--)
    expect(allow("a", 0)).toEqual({
      headers: { "ratelimit-policy": '"client";q=60;w=60', ratelimit: `"client";r=${left};t=${60 - left}` },
    })
  expect(allow("a", 0)).toMatchObject({ waitSeconds: 1, headers: { ratelimit: '"client";r=0;t=60' } })
  expect(allow("a", 999)).toMatchObject({ waitSeconds: 1 })
  expect(allow("a", 1000)).not.toHaveProperty("waitSeconds")
})

test("where little may be asked, the wait is as long as it has to be", () => {
  const allow = createRateLimit(2)
  allow("a", 0)
  allow("a", 0)
  expect(allow("a", 0).waitSeconds).toBe(30)
})

test("what one client asks is not another's", () => {
  const allow = createRateLimit(1)
  allow("a", 0)
  expect(allow("a", 0).waitSeconds).toBe(60)
  expect(allow("b", 0).waitSeconds).toBeUndefined()
})

test("a clock that is put back takes nothing away", () => {
  const allow = createRateLimit(60)
  allow("a", 60_000)
  expect(allow("a", 0).headers["ratelimit"]).toBe('"client";r=58;t=2')
})

test("of the clients so many are known, and the longest silent is forgotten first", () => {
  const allow = createRateLimit(1, 2)
  for (const client of ["a", "b", "a", "c"]) allow(client, 0)
  expect(allow("a", 0).waitSeconds).toBe(60)
  expect(allow("b", 0).waitSeconds).toBeUndefined()
})

test("nobody is ever allowed more than was there at first and what has come since", () => {
  const steps = fc.array(fc.nat({ max: 5000 }), { maxLength: 300 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), steps, (perMinute, pauses) => {
      const allow = createRateLimit(perMinute)
      let [at, allowed] = [0, 0]
      for (const pause of pauses) {
        at += pause
        if (allow("a", at).waitSeconds === undefined) allowed++
        expect(allowed).toBeLessThanOrEqual(perMinute + (at * perMinute) / 60_000 + 1e-6)
      }
    }),
  )
})

test("whoever waits as long as it is told is let in", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat({ max: 60_000 }), (perMinute, at) => {
      const allow = createRateLimit(perMinute)
      let refused = allow("a", at)
      while (refused.waitSeconds === undefined) refused = allow("a", at)
      expect(allow("a", at + refused.waitSeconds * 1000).waitSeconds).toBeUndefined()
    }),
  )
})
