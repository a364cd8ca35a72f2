/** What a client is told of its limit, and where it has nothing left, after how many seconds it may ask again. */
export type Allowance = { headers: Record<string, string>; waitSeconds?: number }

/**
 * How often each client may ask: a bucket of so many tokens, filled evenly at as many a minute, of which each request takes
 * one. Of the clients the last 20,000 are known; who is forgotten begins with a full bucket. The fields are those of
 * draft-ietf-httpapi-ratelimit-headers-10: `r` is what is left, `t` the seconds until all is there again.
 */
export function createRateLimit(perMinute: number, mostClients = 20_000): (client: string, at: number) => Allowance {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const perMillisecond = perMinute / 60_000
  const policy = `"client";q=${perMinute};w=60`

  return (client, at) => {
    const bucket = buckets.get(client) ?? { tokens: perMinute, at }
    buckets.delete(client)
    buckets.set(client, bucket)
    for (const longestSilent of buckets.keys()) {
      if (buckets.size <= mostClients) break
      buckets.delete(longestSilent)
    }
    const filled = Math.min(perMinute, bucket.tokens + Math.max(0, at - bucket.at) * perMillisecond)
    // What has been filled up in thirds is a little less than a whole.
    const isAllowed = filled > 1 - 1e-9
    bucket.tokens = isAllowed ? Math.max(0, filled - 1) : filled
    bucket.at = at
    const untilFull = Math.ceil((perMinute - bucket.tokens) / perMillisecond / 1000)
    const headers = {
      "ratelimit-policy": policy,
      ratelimit: `"client";r=${Math.floor(bucket.tokens)};t=${untilFull}`,
    }
    return isAllowed ? { headers } : { headers, waitSeconds: Math.ceil((1 - filled) / perMillisecond / 1000) }
  }
}
