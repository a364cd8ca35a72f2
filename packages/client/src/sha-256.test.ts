import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { sha256 } from "./sha-256.js"

test("a text that comes in pieces has the digest that Node gives the whole, whatever its length", () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 167) % 256)
  for (let length = 0; length <= 300; length++) {
    const [ours, theirs] = [sha256(), createHash("sha256")]
    for (const piece of [bytes.subarray(0, length >> 1), bytes.subarray(length >> 1, length)]) {
      ours.update(piece)
      theirs.update(piece)
    }
    expect(ours.base64()).toBe(theirs.digest("base64"))
  }
})
