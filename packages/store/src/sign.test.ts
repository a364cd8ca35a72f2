import { createHmac } from "node:crypto"
import { describe, expect, test } from "vitest"
import { databases } from "../test/databases.js"
import { useStore } from "../test/items.js"
import { openStore } from "./index.js"
import { signerOf } from "./sign.js"

const { sign, unsign } = signerOf(new Uint8Array(32).fill(7))
const texts = ["", "a", "2024-05-01 00000000-0000-5000-8000-000000000001", "Œuvrer « 🐦 »\0", "x".repeat(600)]

test("a token gives back the text that was signed, and is fit for an address as it is", () => {
  for (const text of texts) {
    expect(unsign(sign(text))).toBe(text)
    expect(sign(text)).toMatch(/^[\w-]+$/)
  }
})

test("the same text gives the same token, so that the same page has the same address for the next", () => {
  expect(sign("a")).toBe(sign("a"))
  expect(sign("a")).not.toBe(signerOf(new Uint8Array(32)).sign("a"))
})

test("a text is signed by HMAC-SHA256, however long the secret is", () => {
  for (const size of [1, 32, 64, 65, 200])
    for (const text of texts) {
      const secret = new Uint8Array(size).fill(size)
      const tag = createHmac("sha256", secret).update(text).digest().subarray(0, 16)
      expect(signerOf(secret).sign(text)).toBe(Buffer.concat([tag, Buffer.from(text)]).toString("base64url"))
    }
})

test("a token that was changed in any letter, cut, lengthened or made up is none", () => {
  const token = sign("2024-05-01")
  for (let index = 0; index < token.length; index++) {
    const changed = `${token.slice(0, index)}${token[index] === "A" ? "B" : "A"}${token.slice(index + 1)}`
    for (const other of [changed, token.slice(0, index)]) expect(unsign(other)).toBeUndefined()
  }
  for (const other of [`${token}A`, `${token}=`, `${token} `, `${token}.`, "made up", "", "é", "\0", "\ud800"])
    expect(unsign(other)).toBeUndefined()
  expect(signerOf(new Uint8Array(32)).unsign(token)).toBeUndefined()
})

describe.each(databases)("on $name", ({ make }) => {
  const used = useStore(make)

  test("all who open a database take each other's tokens, and those of before", async () => {
    const token = used.store.sign("2024-05-01")
    const other = await openStore(used.url)
    expect(other.sign("2024-05-01")).toBe(token)
    expect(other.unsign(token)).toBe("2024-05-01")
    await other.close()
  })

  test("another database takes none of them", async () => {
    const { url, remove } = await make()
    const other = await openStore(url)
    expect(other.unsign(used.store.sign("a"))).toBeUndefined()
    await other.close()
    await remove()
  })
})
