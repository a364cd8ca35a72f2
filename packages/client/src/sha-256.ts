/** A digest that is made of a text as it comes. */
export type Digest = { update: (bytes: Uint8Array) => void; base64: () => string }

/**
 * SHA-256, FIPS 180-4, of bytes that come one after the other. What browsers have takes only a whole, and an archive that
 * is read as it comes is never there as one; and it is not there at all where a page came without TLS.
 */
export function sha256(): Digest {
  const state = Uint32Array.from(initial)
  const block = new Uint8Array(64)
  let length = 0

  const add = (bytes: Uint8Array) => {
    for (const byte of bytes) {
      block[length++ % 64] = byte
      if (length % 64 === 0) compress(state, block)
    }
  }
  return {
    update: add,
    base64: () => {
      const bits = BigInt(length) * 8n
      add(Uint8Array.of(0x80))
      while (length % 64 !== 56) add(Uint8Array.of(0))
      const end = new DataView(new ArrayBuffer(8))
      end.setBigUint64(0, bits)
      add(new Uint8Array(end.buffer))
      const digest = new DataView(new ArrayBuffer(32))
      for (const [index, word] of state.entries()) digest.setUint32(index * 4, word)
      return btoa(String.fromCharCode(...new Uint8Array(digest.buffer)))
    },
  }
}

/** The first 32 bits of the fractions of roots of the first primes: sections 4.2.2 and 5.3.3. */
const primes = Array.from({ length: 312 }, (_, number) => number).filter(
  (number) => number > 1 && !Array.from({ length: number }, (_, other) => other).some((d) => d > 1 && number % d === 0),
)
const fraction = (root: number) => Math.floor((root % 1) * 2 ** 32)
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const constants = Uint32Array.from(primes.slice(0, 64), (prime) => fraction(Math.cbrt(prime)))

const right = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits))
const words = new Uint32Array(64)

/** Section 6.2.2. */
function compress(state: Uint32Array, block: Uint8Array): void {
  const bytes = new DataView(block.buffer)
  for (let t = 0; t < 16; t++) words[t] = bytes.getUint32(t * 4)
  for (let t = 16; t < 64; t++) {
    const [two, fifteen] = [words[t - 2]!, words[t - 15]!]
    const small0 = right(fifteen, 7) ^ right(fifteen, 18) ^ (fifteen >>> 3)
    const small1 = right(two, 17) ^ right(two, 19) ^ (two >>> 10)
    words[t] = small1 + words[t - 7]! + small0 + words[t - 16]!
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t++) {
    const sum1 = right(e, 6) ^ right(e, 11) ^ right(e, 25)
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + constants[t]! + words[t]!) | 0
    const second = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = state[index]! + word
}
