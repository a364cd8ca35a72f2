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
