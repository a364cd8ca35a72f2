import { isIP } from "node:net"
import ipaddr from "ipaddr.js"

/** A network address that may be connected to. */
export type Address = { address: string; family: 4 | 6 }

/** Where the names of hosts lead to. */
export type Resolve = (host: string) => Promise<readonly { address: string }[]>

/** The addresses, networks and names of hosts that an operator allows although they are not public. */
export type Allowed = { hosts: ReadonlySet<string>; networks: readonly ReturnType<typeof ipaddr.parseCIDR>[] }

/** The address is none that may be asked; `message` says why, in a sentence. */
export class AddressRefused extends Error {
  override readonly name = "AddressRefused"
}

/**
 * Where a web address leads to, for whoever connects to just these: so that what was checked is what is asked, whatever the
 * name of the host leads to a moment later. Throws AddressRefused where it is none of http or https, has a user or password
 * in it, or where any network address that its host leads to is not public and not allowed; and what `resolve` throws.
 */
export async function addressesOf(url: URL, allowed: Allowed, resolve: Resolve): Promise<Address[]> {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new AddressRefused(`${url.protocol} is neither http nor https.`)
  if (url.username !== "" || url.password !== "")
    throw new AddressRefused("A user and a password have no place in an address.")
  const host = hostOf(url)
  const found = isIP(host) > 0 ? [{ address: host }] : await resolve(host)
  if (found.length === 0) throw new AddressRefused(`The host ${host} has no address.`)
  for (const { address } of found)
    if (!allowed.hosts.has(host) && !isAllowed(address, allowed.networks) && !isPublic(address))
      throw new AddressRefused(
        `${host === address ? host : `${host} leads to ${address}, which`} is no public address; NEWSROOM_WEBHOOK_ALLOW can allow it.`,
      )
  return found.map(({ address }) => ({ address, family: isIP(address) === 6 ? 6 : 4 }))
}

/**
 * Reads what an operator allows, `10.0.0.0/8,fd00::/8,localhost`. Throws TypeError with the first entry that is neither an
 * address, nor a network, nor the name of a host.
 */
export function parseAllowed(text: string): Allowed {
  const hosts = new Set<string>()
  const networks: Allowed["networks"][number][] = []
  for (const entry of text.split(",").map((part) => part.trim().toLowerCase())) {
    if (entry === "") continue
    const [address = "", bits] = entry.split("/")
    if (isIP(address) > 0 && bits === undefined) networks.push([ipaddr.parse(address), isIP(address) === 6 ? 128 : 32])
    else if (isIP(address) > 0 && ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry))
    else if (hostName.test(entry)) hosts.add(entry)
    else throw new TypeError(`"${entry}" is neither an address, nor a network, nor the name of a host`)
  }
  return { hosts, networks }
}

/** With a letter in its last label: what is only digits and dots is an address, or meant to be one. */
const hostName = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?[.])*[a-z](?:[a-z0-9-]*[a-z0-9])?$/

/** Whether a network address belongs to the public internet, in whatever form it is written. */
export function isPublic(address: string): boolean {
  // The library reads more than addresses: 1.2.3 too.
  if (isIP(address) === 0) return false
  // An IPv4 address in the form of an IPv6 one leads to where the IPv4 address does.
  const read = ipaddr.process(address)
  if (read instanceof ipaddr.IPv4) return isPublicV4(read)
  const within = embedded.find(({ network }) => read.match(network))
  if (within) return isPublicV4(new ipaddr.IPv4(read.toByteArray().slice(within.at, within.at + 4)))
  return read.match(global) && read.range() === "unicast"
}

const isPublicV4 = (read: ipaddr.IPv4) => read.range() === "unicast" && read.toString() !== azureHost

/** RFC 4291 section 2.4: what is given out to the public internet. */
const global = ipaddr.IPv6.parseCIDR("2000::/3")

/** Ways through which IPv6 leads to IPv4, and where the IPv4 address stands: NAT64 (RFC 6052) and 6to4 (RFC 3056). */
const embedded = [
  { network: ipaddr.IPv6.parseCIDR("64:ff9b::/96"), at: 12 },
  { network: ipaddr.IPv6.parseCIDR("2002::/16"), at: 2 },
]

/** A public address by its number, behind which every machine of Azure finds the services of its own host. */
const azureHost = "168.63.129.16"

function isAllowed(address: string, networks: Allowed["networks"]): boolean {
  if (isIP(address) === 0) return false
  const read = ipaddr.process(address)
  return networks.some(([network, bits]) => network.kind() === read.kind() && read.match(network, bits))
}

/** Without the brackets of IPv6, and the dot that a name may end with. */
const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, "$1").replace(/[.]$/, "")
