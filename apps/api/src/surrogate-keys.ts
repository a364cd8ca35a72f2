/**
 * By what a cache in front can be told to forget an answer: `Surrogate-Key` (Fastly, Varnish) has the keys with spaces
 * between, `Cache-Tag` (Cloudflare, Akamai) with commas. Keys beyond 2,000 characters are left out, since caches refuse
 * long fields; whoever gives them puts the ones that must be there first.
 */
export function surrogateKeys(keys: readonly string[]): Record<string, string> {
  const [only] = keys
  if (only === undefined) return {}
  // Most answers have one, an item's id or `list`.
  if (keys.length === 1 && only.length < mostCharacters) return { "surrogate-key": only, "cache-tag": only }
  let length = 0
  const kept = keys.filter((key) => (length += key.length + 1) <= mostCharacters)
  return { "surrogate-key": kept.join(" "), "cache-tag": kept.join(",") }
}

const mostCharacters = 2000
