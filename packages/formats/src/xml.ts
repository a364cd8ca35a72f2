/**
 * An XML element. A text as its content is escaped; a list holds elements that are written already. Attributes that
 * are undefined are left out.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content?: string | readonly string[],
): string {
  const start = Object.entries(attributes).reduce(
    (tag, [attribute, value]) => (value === undefined ? tag : `${tag} ${attribute}="${escapeAttribute(value)}"`),
    `<${name}`,
  )
  if (content === undefined) return `${start}/>`
  return `${start}>${typeof content === "string" ? escapeText(content) : `\n${content.join("\n")}\n`}</${name}>`
}

/** A document with its declaration, XML 1.0 section 2.8. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`

/** What XML 1.0 section 2.2 has no way to write: control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** `>` too, for `]]>` may not stand in text; a carriage return would be read as a line feed (section 2.11). */
const escapeText = (text: string) => text.replace(forbidden, "").replace(/[&<>\r]/g, reference)

/** Line ends and tabs too, which would be read as spaces (section 3.3.3). */
const escapeAttribute = (text: string) => text.replace(forbidden, "").replace(/[&<>"\t\n\r]/g, reference)

const references: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const reference = (character: string) => references[character] ?? `&#${character.charCodeAt(0)};`
