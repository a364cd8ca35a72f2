import { Webhook } from "standardwebhooks"
import { expect, test } from "vitest"
import { signedHeaders, writeSecret } from "./sign.js"

const [old, present] = [writeSecret(new Uint8Array(24).fill(7)), writeSecret(new Uint8Array(32).fill(9))]
const body = '{"type":"item.published","title":"Ä & 漢"}'

test("the library that receivers use takes what is signed, with either secret while they change", () => {
  const both = signedHeaders("msg_1", new Date(), body, [present, old])
  for (const secret of [old, present]) expect(new Webhook(secret).verify(body, both)).toEqual(JSON.parse(body))
  const one = signedHeaders("msg_1", new Date(), body, [present])
  expect(() => new Webhook(old).verify(body, one)).toThrow("No matching signature")
})

test("what was changed on the way is not taken: the text, the id, the time; nor what is old", () => {
  const headers = signedHeaders("msg_1", new Date(), body, [present])
  const verify = (text: string, changed = {}) => new Webhook(present).verify(text, { ...headers, ...changed })
  expect(() => verify(`${body} `)).toThrow("No matching signature")
  expect(() => verify(body, { "webhook-id": "msg_2" })).toThrow("No matching signature")
  const later = String(Number(headers["webhook-timestamp"]) + 1)
  expect(() => verify(body, { "webhook-timestamp": later })).toThrow("No matching signature")
  const longAgo = signedHeaders("msg_1", new Date(Date.now() - 600_000), body, [present])
  expect(() => new Webhook(present).verify(body, longAgo)).toThrow("too old")
})

test("a secret that is none of ours is a mistake", () => {
  expect(() => signedHeaders("msg_1", new Date(), body, ["secret"])).toThrow("whsec_")
})
