import type { FormatLocale, Item } from "@pg/domain"
import type { Feed, Format } from "./format.js"
import { languageOf } from "./language.js"
import { allFacts, chiefFacts } from "./markdown/facts.js"
import { autolink, escapeLine, escapeLines, image, link } from "./markdown/inline.js"
import { words } from "./markdown/words.js"

/**
 * Markdown, CommonMark 0.31: documents to read, with no front matter, for whom JSON has the fields. A list has its dates in
 * words, in its own language; an item in the item's. What is undated says that it is. Texts are escaped, so that none is
 * taken for markup; a body, which is Markdown already, stands as it is and last, so that nothing which it leaves open
 * reaches anything else.
 */
export const markdown: Format = {
  name: "markdown",
  extension: "md",
  mediaType: "text/markdown",
  title: "Markdown",
  says: [],
  serialize: writeList,
  serializeItem: (item, { itemUrl }) => writeDocument(item, itemUrl(item), languageOf(item.locale)),
}

function writeList({ items, title, locale, homeUrl, nextUrl, total, totalIsAtLeast, itemUrl }: Feed): string {
  const language = languageOf(locale)
  const { more, ...say } = words[language]
  return joined([
    `# ${escapeLine(title)}`,
    [...(total === undefined ? [] : [say.items(total, totalIsAtLeast === true)]), autolink(homeUrl)].join(" · "),
    items.map((item) => writeEntry(item, itemUrl(item), language)).join("\n"),
    nextUrl === undefined ? "" : link(more, nextUrl),
  ])
}

/** An item of a list: its title, the chief of what is said of it, and its summary, each a line. */
function writeEntry(item: Item, url: string, language: FormatLocale): string {
  const lines = [link(item.title, url), chiefFacts(item, language).join(" · "), escapeLine(item.summary ?? "")]
  return `- ${lines.filter(Boolean).join("\\\n  ")}`
}

function writeDocument(item: Item, url: string, language: FormatLocale): string {
  const { kicker = "", title, subtitle = "", summary = "", body = "" } = item
  return joined([
    escapeLine(kicker),
    `# ${escapeLine(title)}`,
    escapeLine(subtitle),
    allFacts(item, url, language)
      .map((fact) => `- ${fact}`)
      .join("\n"),
    item.image ? image(item.image.alt, item.image.url) : "",
    isBeginningOf(body, item) ? "" : escapeLines(summary),
    body.toWellFormed().trimEnd(),
  ])
}

/** A summary that is the beginning of the text, as one that a source has cut short, is no more to read beside it. */
function isBeginningOf(body: string, { summary = "", summaryTruncated }: Item): boolean {
  const beginning = plain(summary)
  const wholeWords = summaryTruncated ? beginning : `${beginning} `
  return beginning !== "" && `${plain(body)} `.startsWith(wholeWords)
}

/** The words alone, whatever is between them: in the body that may be marks. */
const plain = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()

const joined = (blocks: readonly string[]) => `${blocks.filter(Boolean).join("\n\n")}\n`
