import { expect, test } from "vitest"
import { clientOf } from "./client-address.js"

const client = (address: string | undefined, forwarded?: string, trustedProxies = 0) =>
  clientOf({ method: "GET", target: "/", headers: { "x-forwarded-for": forwarded }, address }, trustedProxies)

test("a client is who has the other end of the connection, whatever it says of itself", () => {
  expect(client("203.0.113.7")).toBe("203.0.113.7")
  expect(client("203.0.113.7", "198.51.100.1")).toBe("203.0.113.7")
  expect(client("::ffff:203.0.113.7")).toBe("203.0.113.7")
})

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0DB8:0001:0002::1", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["2001:db8::1:2:3:4:5", "2001:db8:0:1"],
  ["::1:2:3:4:5:6:7", "0:1:2:3"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["64:ff9b::192.0.2.33", "64:ff9b:0:0"],
])("of %s the network counts, %s, for all of it may be one client's", (address, network) => {
  expect(client(address)).toBe(network)
})

test("behind proxies that are trusted, a client is who the first of them says", () => {
  expect(client("10.0.0.1", "203.0.113.7", 1)).toBe("203.0.113.7")
  expect(client("10.0.0.1", "198.51.100.1, 203.0.113.7", 1)).toBe("203.0.113.7")
  expect(client("10.0.0.1", "198.51.100.1, 203.0.113.7, 10.0.0.2", 2)).toBe("203.0.113.7")
  expect(client("127.0.0.1", "2001:db8::1", 1)).toBe("2001:db8:0:0")
})

test("a client is one, however many ports a proxy says that it has asked from", () => {
  expect(client("127.0.0.1", "203.0.113.7:4711", 1)).toBe("203.0.113.7")
  expect(client("127.0.0.1", "[2001:db8::1]:4711", 1)).toBe("2001:db8:0:0")
  expect(client("127.0.0.1", "[2001:db8::1]", 1)).toBe("2001:db8:0:0")
})

test("what a proxy should have said and did not is made up by nobody", () => {
  expect(client("10.0.0.1", undefined, 1)).toBe("10.0.0.1")
  expect(client("10.0.0.1", "unknown", 1)).toBe("10.0.0.1")
  expect(client("10.0.0.1", "203.0.113.7", 2)).toBe("203.0.113.7")
})

test("this machine, and whoever asks within the process, is no client", () => {
  for (const address of ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1", undefined])
    expect(client(address)).toBeUndefined()
})
