import rehypeSanitize from "rehype-sanitize"
import rehypeStringify from "rehype-stringify"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { orderBody } from "./order-body.js"

/** The words that a body needs of its page: names of tables and notes. */
type BodyWords = { table: string; footnotes: string; backToText: string }

/**
 * A body as safe HTML: Markdown (CommonMark with GFM), whatever HTML it holds left out, and of addresses only those of
 * the web and of mail kept. Its headings come below the page's own, in order.
 */
export function renderMarkdown(markdown: string, words: BodyWords): string {
  const key = `${words.table}\n${markdown}`
  const known = rendered.get(key)
  if (known !== undefined) return known
  const html = String(processorOf(words).processSync(markdown))
  if (rendered.size >= mostRendered) rendered.clear()
  rendered.set(key, html)
  return html
}

const mostRendered = 500
const rendered = new Map<string, string>()

const processorOf = (words: BodyWords) =>
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
