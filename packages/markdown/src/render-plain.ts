/**
 * A text that is nothing but paragraphs, as HTML; `undefined` for any that may hold something else. Most imported texts are such, and
 * this takes a hundredth of the time that reading them as Markdown takes.
 */
export function renderPlain(text: string): string | undefined {
  if (marks.test(text)) return undefined
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/^\n|\n$/g, ""))
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("\n")
}

/**
 * What may mean something in Markdown, or has to be escaped in HTML: signs that do anywhere, addresses, and what does only
 * at the beginning of a line or at its end.
 */
const marks =
  /[^\n -\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]|[\\`*_[\]<>&|~@]|www\.|https?:|^(?:[ #=+:-]|\d+[.)])| $/imu
