import rehypeRaw from "rehype-raw"
import rehypeSanitize, { defaultSchema } from "rehype-sanitize"
import rehypeSlug from "rehype-slug"
import rehypeStringify from "rehype-stringify"
import remarkGfm from "remark-gfm"
import remarkParse from "remark-parse"
import remarkRehype from "remark-rehype"
import { unified } from "unified"
import { orderBody } from "./order-body.js"
import { renderPlain } from "./render-plain.js"
import { isReadable } from "./readable.js"
import { type Words, wordsIn } from "./words.js"

/**
 * Markdown (CommonMark 0.31 with GFM) as HTML that may stand in any page, whoever wrote it: of the HTML that it holds, which may be
 * pasted from elsewhere, only what a text consists of is kept, and of addresses only those of the web and of mail. Headings begin at `h2`, in order. `locale` (BCP 47) is the text's
 * language, for the words that are added: names of tables and notes. What is too long, too deep or too wide to be waited for is
 * given as paragraphs of the plain text that it is. The same text gives the same HTML; nothing is thrown.
 */
export function renderMarkdown(text: string, locale: string): string {
  const markdown = text.toWellFormed()
  if (!isReadable(markdown)) return plainParagraphs(markdown)
  try {
    return renderPlain(markdown) ?? renderFully(markdown, locale)
  } catch (error) {
    if (error instanceof RangeError) return plainParagraphs(markdown)
    throw error
  }
}

/** The same for any text that is readable, also one that is plain. */
export const renderFully = (markdown: string, locale: string): string =>
  String(processorOf(wordsIn(locale), /<[a-z/!?]/i.test(markdown)).processSync(markdown))

const plainParagraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => `<p>${paragraph.trim().replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)}</p>`)
    .join("\n")

/** One for each language: to put it together takes as long as to read a short body. To read HTML takes as long again. */
function processorOf(words: Words, hasHtml: boolean): Processor {
  const known = hasHtml ? processors.withHtml : processors.without
  const processor = known.get(words) ?? makeProcessor(words, hasHtml)
  known.set(words, processor)
  return processor
}

type Processor = ReturnType<typeof makeProcessor>
const processors = { withHtml: new Map<Words, Processor>(), without: new Map<Words, Processor>() }

const makeProcessor = (words: Words, hasHtml: boolean) =>
  unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, {
      allowDangerousHtml: hasHtml,
      clobberPrefix: "", // rehype-sanitize puts one before every id
      footnoteLabel: words.footnotes,
      footnoteLabelProperties: {},
      footnoteBackLabel: (note, mention) => `${words.backToText} (${note + 1}${mention > 1 ? `, ${mention}` : ""})`,
    })
    .use(hasHtml ? [rehypeRaw] : [])
    .use(rehypeSlug)
    .use(rehypeSanitize, schema)
    .use(orderBody, words)
    .use(rehypeStringify)

/** What GitHub keeps, which is what a text consists of; scripts and styles go with what is in them. */
const schema = { ...defaultSchema, strip: ["script", "style"] }
