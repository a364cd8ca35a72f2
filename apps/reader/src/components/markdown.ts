import rehypeSanitize from "rehype-sanitize"
import rehypeStringify from "rehype-stringify"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { orderBody } from "./order-body.js"
import { isReadable } from "./readable.js"

/** The words that a body needs of its page: names of tables and notes. */
type BodyWords = { table: string; footnotes: string; backToText: string }

/**
 * A body as safe HTML: Markdown (CommonMark with GFM), whatever HTML it holds left out, and of addresses only those of
 * the web and of mail kept. Its headings come below the page's own, in order.
 */
export function renderMarkdown(markdown: string, words: BodyWords): string {
  const known = rendered.get(words.table)?.get(markdown)
  if (known !== undefined) return known
  const html = toHtml(markdown, words)
  size += markdown.length + html.length
  if (size > mostRemembered) {
    rendered.clear()
    size = markdown.length + html.length
  }
  const inThisLanguage = rendered.get(words.table) ?? new Map<string, string>()
  rendered.set(words.table, inThisLanguage.set(markdown, html))
  return html
}

/** All bodies together that are remembered, in characters. */
const mostRemembered = 20_000_000
const rendered = new Map<string, Map<string, string>>()
let size = 0

/**
 * What is too long, too deep or too wide for a page to wait for is shown as the plain text that it is.
 */
function toHtml(markdown: string, words: BodyWords): string {
  if (!isReadable(markdown)) return plainParagraphs(markdown)
  try {
    return String(processorOf(words).processSync(markdown))
  } catch (error) {
    if (error instanceof RangeError) return plainParagraphs(markdown)
    throw error
  }
}

const plainParagraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${paragraph.trim().replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</p>`)
    .join("\n")

/** One for each language: to put it together takes as long as to read a short body. */
function processorOf(words: BodyWords): ReturnType<typeof makeProcessor> {
  const processor = processors.get(words.table) ?? makeProcessor(words)
  processors.set(words.table, processor)
  return processor
}

const processors = new Map<string, ReturnType<typeof makeProcessor>>()

const makeProcessor = (words: BodyWords) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, {
      clobberPrefix: "", // rehype-sanitize puts one before every id
      footnoteLabel: words.footnotes,
      footnoteLabelProperties: {},
      footnoteBackLabel: words.backToText,
    })
    .use(rehypeSanitize)
    .use(orderBody, words)
    .use(rehypeStringify)
