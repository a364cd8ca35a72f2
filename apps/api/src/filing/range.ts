import type { ByteRange } from "@pg/files"

/**
 * The bytes that a Range header asks for (RFC 9110 section 14): one range of `size` bytes; `"none"` where there are no such
 * bytes, `undefined` for all, which is also what somebody gets who asks for several ranges, or of another version (If-Range).
 */
export function readRange(
  { range, ifRange }: { range: string | undefined; ifRange: string | undefined },
  { size, etag }: { size: number; etag: string },
): ByteRange | "none" | undefined {
  if (ifRange !== undefined && ifRange.trim() !== etag) return undefined
  const [, first = "", last = ""] = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(range ?? "") ?? []
  if (first === "" && last === "") return undefined
  if (first === "") return Number(last) === 0 ? "none" : { start: Math.max(0, size - Number(last)), end: size - 1 }
  const start = Number(first)
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1)
  // What ends before it begins is no range, and as if it were not said.
  if (last !== "" && Number(last) < start) return undefined
  return start >= size ? "none" : { start, end }
}
