import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { formats } from "@pg/formats"
import { expect, test } from "vitest"
import { encode, isCompressible, acceptedCodings } from "./coding.js"

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["x-gzip", "gzip"],
  ["GZIP", "gzip"],
  ["deflate", "identity"],
  ["br;q=0.5, gzip;q=0.8", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.0, gzip;q=0.000", "identity"],
  ["*", "br"],
  ["*;q=0.5, gzip", "gzip"],
  ["gzip;q=0.5, identity", "identity"],
  ["identity;q=0", undefined],
  ["identity;q=0, gzip;q=0.1", "gzip"],
  ["*;q=0", undefined],
  ["*;q=0, identity;q=0.1", "identity"],
  ["gzip;q=many", "identity"],
])("Accept-Encoding: %s likes best %s", (header, coding) => {
  expect(acceptedCodings(header)[0]).toBe(coding)
})

test("every format is text, and becomes shorter", () => {
  expect(formats.filter(({ mediaType }) => !isCompressible(mediaType))).toEqual([])
})

test.each(["font/woff2", "image/jpeg", "application/pdf", "application/zip", "text/event-stream"])(
  "%s is left as it is",
  (mediaType) => expect(isCompressible(mediaType)).toBe(false),
)

test("what was compressed is what it was", async () => {
  const bytes = new TextEncoder().encode("Élargissement de l’Accord partiel — ".repeat(50))
  expect(new Uint8Array(gunzipSync(await encode(bytes, "gzip")))).toEqual(bytes)
  expect(new Uint8Array(brotliDecompressSync(await encode(bytes, "br")))).toEqual(bytes)
})
