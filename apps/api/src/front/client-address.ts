import { isIP } from "node:net"
import type { Asked } from "./exchange.js"

/**
 * Who asks, for counting: an IPv4 address or the first half of an IPv6 address, all of which one client may have;
 * `undefined` for this machine itself and within the process. X-Forwarded-For says what anybody likes, so only what the
 * last `trustedProxies` have put there counts.
 */
export function clientOf({ address, headers }: Asked, trustedProxies: number): string | undefined {
  const forwarded = headers["x-forwarded-for"]
  const way = trustedProxies > 0 && typeof forwarded === "string" ? forwarded.split(",") : []
  // The first of the proxies that are trusted has written who asked it, and each behind it who asked that one.
  const client = withoutPort((way.at(-trustedProxies) ?? way[0])?.trim() ?? "")
  return networkOf(isIP(client) === 0 ? (address ?? "") : client)
}

/** Some proxies write the port too: `203.0.113.7:4711`, `[2001:db8::1]:4711`. */
const withoutPort = (text: string) =>
  text.replace(/^(\d+(?:[.]\d+){3}):\d+$/, "$1").replace(/^\[(.+)\](?::\d+)?$/, "$1")

function networkOf(address: string): string | undefined {
  const plain = address.replace(/^::ffff:(?=\d+[.])/i, "").replace(/%.*$/, "")
  if (isIP(plain) === 0 || plain === "::1" || plain.startsWith("127.")) return undefined
  return isIP(plain) === 4 ? plain : firstHalf(plain)
}

function firstHalf(address: string): string {
  const [head = [], tail = []] = address
    .toLowerCase()
    .split("::")
    .map((half) => half.split(":").filter(Boolean))
  const groups = head.length + tail.length + (address.includes(".") ? 1 : 0)
  const zeros = Array.from({ length: 8 - groups }, () => "0")
  return [...head, ...zeros, ...tail]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")
}
