import { lookup, Resolver } from "node:dns/promises"
import type { Resolve } from "./guard.js"

/** `servers` are those of the system where it is absent. */
type Options = { servers?: readonly string[] }

/**
 * Looks hosts up in the DNS; by the system's own means, which know more (the file of hosts, other directories), only where
 * the DNS has no such name or is not there. These take one of the few threads that files and compression need too, for as long as a
 * name server is silent: so what is not answered in time is not asked again that way.
 */
export function createResolve({ servers }: Options = {}): Resolve {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  if (servers) resolver.setServers([...servers])
  return async (host) => {
    const asked = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const found = asked.flatMap((one) => (one.status === "fulfilled" ? one.value : []))
    if (found.length > 0) return found.map((address) => ({ address }))
    const silent = asked.find((one) => one.status === "rejected" && isSilence(one.reason))
    if (silent?.status === "rejected") throw silent.reason
    return lookup(host, { all: true })
  }
}

const isSilence = (error: unknown) => /^(ETIMEOUT|ESERVFAIL|ECANCELLED)$/.test((error as { code?: string }).code ?? "")
