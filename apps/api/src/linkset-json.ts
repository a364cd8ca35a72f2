import type { AnchoredLink } from "./links.js"

/** Links as application/linkset+json, RFC 9264 section 4.2: by what they speak of, then by relation, in the order given. */
export function writeLinksetJson(links: readonly AnchoredLink[]): string {
  const linkset = [...Map.groupBy(links, ({ anchor }) => anchor)].map(([anchor, ofAnchor]) => ({
    anchor,
    ...Object.fromEntries(
      [...Map.groupBy(ofAnchor, ({ rel }) => rel)].map(([rel, targets]) => [
        rel,
        targets.map(({ anchor: _, rel: _rel, ...target }) => target),
      ]),
    ),
  }))
  return `${JSON.stringify({ linkset }, undefined, 2)}\n`
}
