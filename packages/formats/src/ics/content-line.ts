type Parameters = Readonly<Record<string, string | undefined>>

/** A component, RFC 5545 section 3.6, of lines and components that are written already. */
export const component = (name: string, parts: readonly string[]): string =>
  [contentLine("BEGIN", name), ...parts, contentLine("END", name)].join("")

/**
 * A content line, RFC 5545 section 3.1, folded and with its line end. `value` is written as it stands; parameters that
 * are undefined are left out.
 */
export function contentLine(name: string, value: string, parameters: Parameters = {}): string {
  const written = Object.entries(parameters).map(([key, parameter]) =>
    parameter === undefined ? "" : `;${key}=${writeParameter(parameter)}`,
  )
  return fold(`${name}${written.join("")}:${value}`)
}

/** A line whose value is a text, RFC 5545 section 3.3.11; a list of texts has commas between them. */
export const textLine = (name: string, text: string | readonly string[], parameters?: Parameters): string =>
  contentLine(name, typeof text === "string" ? escapeText(text) : text.map(escapeText).join(","), parameters)

/** A line whose value is an address, RFC 5545 section 3.3.13; what could end the line is percent-encoded. */
export const uriLine = (name: string, url: string, parameters?: Parameters): string =>
  contentLine(name, url.replace(forbidden, "").replace(/[\t\n ]/g, encodeURIComponent), parameters)

/** What no text can hold, RFC 5545 section 3.1: control characters but tab and line feed, and lone surrogates. */
const forbidden = /[^\t\n\u0020-\u007e\u0080-\uD7FF\uE000-\u{10FFFF}]/gu

const escapeText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(forbidden, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n")

/** In quotes where that is needed; quotes, carets and line feeds within as RFC 6868 writes them. */
function writeParameter(text: string): string {
  const written = text.replace(forbidden, "").replaceAll("^", "^^").replaceAll("\n", "^n").replaceAll('"', "^'")
  return /[:;,]/.test(written) ? `"${written}"` : written
}

/** Lines of at most 75 octets of UTF-8, no character cut in two; what goes on begins with a space. */
function fold(line: string): string {
  let folded = ""
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0)
    if (octets + size > 75) {
      folded += "\r\n "
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

const octetsOf = (codePoint: number) => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4)
