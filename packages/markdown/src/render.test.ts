import { expect, test } from "vitest"
import { renderMarkdown } from "./index.js"

const render = (markdown: string) => renderMarkdown(markdown, "en")

test("a note and its text lead to each other", () => {
  const html = render("Text[^1].\n\n[^1]: A note.")
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThanOrEqual(2)
  for (const link of links) expect(ids).toContain(link)
})

test("what is nested too deep to be read is shown as the text that it is, and no HTML of it runs", () => {
  const html = render(`${"> ".repeat(5000)}<b>deep</b>`)
  expect(html).toContain("&#60;b&#62;deep&#60;/b&#62;")
  expect(html).not.toContain("<b>")
})

test("what is too long for a page to wait for is shown as paragraphs of plain text", () => {
  const html = render(`${"Words and *stars*. ".repeat(5000)}\n\n<script>last</script>`)
  expect(html).toContain("*stars*")
  expect(html.match(/<p>/g)).toHaveLength(2)
  expect(html).not.toContain("<script>")
})

test("of addresses only those of the web and of mail are links", () => {
  expect(render("[a](javascript:alert(1)) [b](data:text/html,x) [c](https://example.org)")).not.toMatch(
    /href="(?!https:)/,
  )
})

test("what is added is in the language of the text, whatever its region, and in English where that is not known here", () => {
  const labelIn = (locale: string) => / aria-label="(\w+)"/.exec(renderMarkdown("|a|\n|-|\n|b|", locale))?.[1]
  expect(["fr", "fr-CA", "de", "ru"].map(labelIn)).toEqual(["Tableau", "Tableau", "Tabelle", "Table"])
})

test("HTML that was pasted is kept as far as a text consists of it, and nothing that runs, loads or looks otherwise", () => {
  const html = render(
    '<p style="color:red" onclick="x()">Pasted <b>words</b></p>\n<table><tr><td>1</td></tr></table>\n<script>alert(1)</script><style>p{}</style><iframe src="https://example.org"></iframe><a href="javascript:x()">link</a>',
  )
  expect(html).toContain("<p>Pasted <b>words</b></p>")
  expect(html).toContain("<table><tbody><tr><td>1</td></tr></tbody></table>")
  expect(html).toContain("<a>link</a>")
  expect(html).not.toMatch(/style|script|alert|iframe|onclick|p\{\}/)
})

test("a link within a body leads to the heading that it names", () => {
  expect(render("[On](#the-third)\n\n## The third")).toContain('<a href="#user-content-the-third">On</a>')
  expect(render("## The third")).toBe('<h2 id="user-content-the-third">The third</h2>')
})

test("notes begin at the level of a part, each way back from them has a name of its own, and so has each table", () => {
  const html = render("# A\n\n## B\n\nOne[^1] two[^1] three[^2].\n\n[^1]: a\n[^2]: b\n\n|a|\n|-|\n|1|\n\n|b|\n|-|\n|2|")
  expect(html).toContain('<h2 id="user-content-footnote-label">Notes</h2>')
  expect([...html.matchAll(/aria-label="(Back[^"]*|Table[^"]*)"/g)].map(([, label]) => label)).toEqual([
    "Table 1",
    "Table 2",
    "Back to the text (1)",
    "Back to the text (1, 2)",
    "Back to the text (2)",
  ])
})

test("a link that shows its own address is told from others", () => {
  expect(render("https://example.org/a [b](https://example.org/b) ada@example.org")).toBe(
    '<p><a href="https://example.org/a" class="address">https://example.org/a</a> <a href="https://example.org/b">b</a> <a href="mailto:ada@example.org" class="address">ada@example.org</a></p>',
  )
})
