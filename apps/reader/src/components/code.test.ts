import { decodeQR } from "qr/decode.js"
import { expect, test } from "vitest"
import { codeOf } from "./code.js"

/** The code as a camera sees it, four pixels a unit. */
function photograph({ size, path }: ReturnType<typeof codeOf>) {
  const side = size * 4
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let dx = 0; dx < Number(length) * 4; dx++)
      for (let dy = 0; dy < 4; dy++) data.set([0, 0, 0, 255], ((Number(y) * 4 + dy) * side + Number(x) * 4 + dx) * 4)
  return { width: side, height: side, data }
}

test("a code that is printed leads to the address that it was made of", () => {
  for (const address of ["https://example.org/items/908aa4b5-9a16-5e21-92b4-3fb22ba34ce2", "https://a.org/é"])
    expect(decodeQR(photograph(codeOf(address)))).toBe(address)
})
