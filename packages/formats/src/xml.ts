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

/** `>` too, for `]]>` may not stand in text; a carriage return would be read as a line feed (section 2.11). */
const escapeText = (text: string) => escape(text, /[&<>\r]/g)

/** Line ends and tabs too, which would be read as spaces (section 3.3.3). */
const escapeAttribute = (text: string) => escape(text, /[&<>"\t\n\r]/g)

const escape = (text: string, special: RegExp) =>
  harmless.test(text) ? text : text.replace(forbidden, "").replace(special, reference)

/** Most texts have nothing to escape; to see that at once makes a feed a quarter faster. */
const harmless = /^[ !#-%'-;=?-\uD7FF]*$/

/** What XML 1.0 section 2.2 has no way to write: control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const references: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const reference = (character: string) => references[character] ?? `&#${character.charCodeAt(0)};`
