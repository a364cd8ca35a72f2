/** How many may wait for changes at once: of one client, and in all. */
export type MostWaiting = { perClient: number; inAll: number }

/** Keeps count of who waits. `begin` gives what ends the waiting, or of what there are too many already. */
export type Waiting = { begin: (client: string | undefined) => (() => void) | keyof MostWaiting }

/** A count of those who wait, of which each client (an address; `undefined` for this machine, which is none) may have some. */
export function createWaiting({ perClient, inAll }: MostWaiting): Waiting {
  const byClient = new Map<string, number>()
  let all = 0
  const change = (client: string | undefined, by: 1 | -1) => {
    all += by
    if (client === undefined) return
    const count = (byClient.get(client) ?? 0) + by
    if (count > 0) byClient.set(client, count)
    else byClient.delete(client)
  }
  return {
    begin: (client) => {
      if (client !== undefined && (byClient.get(client) ?? 0) >= perClient) return "perClient"
      if (all >= inAll) return "inAll"
      change(client, 1)
      let isOver = false
      return () => {
        if (!isOver) change(client, -1)
        isOver = true
      }
    },
  }
}

/** A page that somebody reads holds one; a program with ten of them does something else. Each wakes up at every write. */
export const mostWaiting: MostWaiting = { perClient: 10, inAll: 1000 }
