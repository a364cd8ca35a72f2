import { expect, test } from "vitest"
import { createResolve } from "./resolve.js"
import { addressesOf, AddressRefused, isPublic, parseAllowed } from "./guard.js"

const nothing = parseAllowed("")
const to =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address }))
const nowhere = async () => {
  throw new Error("a name was looked up")
}

test.each([
  "http://127.0.0.1/",
  "http://127.1/",
  "http://0x7f.1/",
  "http://0x7f000001/",
  "http://2130706433/",
  "http://017700000001/",
  "http://127.0.0.1./",
  "http://①②⑦.0.0.1/",
  "http://0/",
  "http://[::]/",
  "http://[::1]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[::127.0.0.1]/",
  "http://[64:ff9b::127.0.0.1]/",
  "http://[64:ff9b::a00:1]/",
  "http://[64:ff9b:1::a00:1]/",
  "http://[2002:7f00:1::]/",
  "http://[2002:a9fe:a9fe::]/",
  "http://[fe80::1]/",
  "http://[fec0::1]/",
  "http://[fd00:ec2::254]/",
  "http://[ff02::1]/",
  "http://[100::1]/",
  "http://[2001:db8::1]/",
  "http://[2001::7f00:1]/",
  "http://10.0.0.1/",
  "http://172.16.0.1/",
  "http://172.31.255.255/",
  "http://192.168.1.1:8080/",
  "http://169.254.169.254/latest/meta-data/",
  "http://100.64.0.1/",
  "http://100.127.255.255/",
  "http://224.0.0.1/",
  "http://240.0.0.1/",
  "http://255.255.255.255/",
  "http://192.0.0.192/",
  "http://192.0.2.1/",
  "http://198.18.0.1/",
  "http://198.51.100.1/",
  "http://203.0.113.1/",
  "http://168.63.129.16/",
])("%s is refused, however it is spelled, and no name is looked up", async (url) => {
  await expect(addressesOf(new URL(url), nothing, nowhere)).rejects.toThrow(AddressRefused)
})

test.each([
  "http://8.8.8.8/",
  "http://172.32.0.1/",
  "http://100.128.0.1/",
  "https://[2606:4700::1111]:8443/hook",
  "http://[64:ff9b::808:808]/",
  "http://[2002:808:808::]/",
  "http://[::ffff:8.8.8.8]/",
])("%s is public", async (url) => {
  expect(await addressesOf(new URL(url), nothing, nowhere)).toHaveLength(1)
})

test.each(["ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "data:text/plain,x"])(
  "%s is neither http nor https",
  async (url) => {
    await expect(addressesOf(new URL(url), nothing, nowhere)).rejects.toThrow("neither http nor https")
  },
)

test("a user or a password is refused", async () => {
  await expect(addressesOf(new URL("https://user@example.org/"), nothing, nowhere)).rejects.toThrow("no place")
  await expect(addressesOf(new URL("https://:secret@example.org/"), nothing, nowhere)).rejects.toThrow("no place")
})

test("a name is refused when any of the addresses that it leads to is not public", async () => {
  const url = new URL("https://hook.example/")
  await expect(addressesOf(url, nothing, to("8.8.8.8", "10.0.0.1"))).rejects.toThrow("hook.example leads to 10.0.0.1")
  await expect(addressesOf(url, nothing, to("2606:4700::1111", "::1"))).rejects.toThrow(AddressRefused)
  await expect(addressesOf(url, nothing, to())).rejects.toThrow("has no address")
  expect(await addressesOf(url, nothing, to("8.8.8.8", "2606:4700::1111"))).toEqual([
    { address: "8.8.8.8", family: 4 },
    { address: "2606:4700::1111", family: 6 },
  ])
})

test("localhost is looked up like any name, with a dot at its end too", async () => {
  for (const url of ["http://localhost/", "http://localhost./", "http://LOCALHOST/"])
    await expect(addressesOf(new URL(url), nothing, createResolve())).rejects.toThrow(AddressRefused)
})

test("what an operator allows is allowed: an address, a network, the name of a host, and nothing beside it", async () => {
  const allowed = parseAllowed("10.0.0.0/8, 192.168.1.7 ,fd00::/8,Intranet.example,localhost")
  for (const url of ["http://10.9.8.7/", "http://192.168.1.7/", "http://[fd12::1]/", "http://[::ffff:10.0.0.1]/"])
    expect(await addressesOf(new URL(url), allowed, nowhere)).toHaveLength(1)
  expect(await addressesOf(new URL("http://intranet.example./"), allowed, to("172.16.0.1"))).toHaveLength(1)
  expect(await addressesOf(new URL("http://other.example/"), allowed, to("10.1.1.1"))).toHaveLength(1)
  await expect(addressesOf(new URL("http://other.example/"), allowed, to("172.16.0.1"))).rejects.toThrow("172.16.0.1")
  await expect(addressesOf(new URL("http://192.168.1.8/"), allowed, nowhere)).rejects.toThrow(AddressRefused)
})

test.each(["10.0.0/8", "300.1.1.1", "10.0.0.0/40", "http://localhost", "a b", "-x"])(
  "what is none of these is no entry: %s",
  (entry) => {
    expect(() => parseAllowed(`localhost,${entry}`)).toThrow(TypeError)
  },
)

test("what is no address at all is not public", () => {
  for (const text of ["", "hook.example", "1.2.3", "fe80::1%eth0"]) expect(isPublic(text)).toBe(false)
})
