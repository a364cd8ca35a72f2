import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto"

/** Gives texts out as tokens that nobody else can make, and takes them back. Tokens are letters, digits, `-` and `_`. */
export type Signer = {
  /** A token of a text; it hides nothing, but cannot be changed unnoticed. A third longer than the text, and 22 letters. */
  sign: (text: string) => string
  /** The text of a token; `undefined` for whatever a holder of the same secret did not sign. */
  unsign: (token: string) => string | undefined
}

/** Signs by HMAC-SHA256 (RFC 2104), of which 16 bytes go before the text, as RFC 2104 §5 allows. */
export function signerOf(secret: Uint8Array): Signer {
  const key = createSecretKey(secret)
  const tagOf = (text: Uint8Array) => createHmac("sha256", key).update(text).digest().subarray(0, tagBytes)
  return {
    sign: (text) => {
      const bytes = Buffer.from(text)
      return Buffer.concat([tagOf(bytes), bytes]).toString("base64url")
    },
    unsign: (token) => {
      const bytes = Buffer.from(token, "base64url")
      // The decoder is lenient: of the spellings that it takes for the same bytes only the one that was given out counts.
      if (bytes.length < tagBytes || bytes.toString("base64url") !== token) return undefined
      const text = bytes.subarray(tagBytes)
      return timingSafeEqual(bytes.subarray(0, tagBytes), tagOf(text)) ? text.toString() : undefined
    },
  }
}

const tagBytes = 16
