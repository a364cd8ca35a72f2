import type { AnchoredLink, WebLink } from "./links.js"

/**
 * Links as the value of a Link header, RFC 8288 section 3; `undefined` for none. The first is always there; of the others,
 * in their order, as many as keep the whole below 4,000 characters, since servers and clients refuse long headers.
 */
export function writeLinkHeader(links: readonly WebLink[]): string | undefined {
  const [first, ...others] = links.map((link) => writeLink(link))
  return others.reduce(
    (header, link) =>
      header !== undefined && header.length + link.length + 2 < mostCharacters ? `${header}, ${link}` : header,
    first,
  )
}

/** One link as a header or a link set in text has it. */
export function writeLink({ href, rel, anchor, type }: WebLink & Partial<AnchoredLink>): string {
  const said = anchor === undefined ? "" : `; anchor="${anchor}"`
  return `<${href}>; rel="${rel}"${said}${type === undefined ? "" : `; type="${type}"`}`
}

/** A Link header has fewer characters than this. */
export const mostCharacters = 4000
