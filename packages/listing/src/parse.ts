import { type Item, parseItem } from "@pg/domain"
import { cutBlocks, type Block } from "./blocks.js"
import { readDates } from "./dates.js"
import { type Draft, headingsOf, readDraft } from "./draft.js"
import { makeId } from "./id.js"
import { type Issue, issueAt } from "./issue.js"
import { buildItem } from "./item.js"
import { type Layout, layOut } from "./layout.js"
import { countHits, localeOfBlock, mostHits } from "./locale.js"
import { checkOptions, type ParseOptions } from "./options.js"
import { relate } from "./relations.js"
import { partAmong } from "./source-texts.js"
import { readText, type Range, type Text } from "./text.js"

/** The items of a listing in its order, and as issues what somebody should look at, in the order of the text. */
export type ParsedListing = { items: Item[]; issues: Issue[] }

/**
 * Reads a listing: its items in its order, and as issues, in the order of the text, all that was not understood or that
 * an editor should look at. Takes any text whatever and never throws for one; wrong options throw InvalidInput.
 */
export function parseListing(text: string, options: ParseOptions): ParsedListing {
  const steps = parseListingInSteps(text, options)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The same in small steps, between which whoever reads a long listing may do other things; the last gives what was read. */
export function* parseListingInSteps(text: string, options: ParseOptions): Generator<void, ParsedListing> {
  checkOptions(options)
  const listing = readText(text)
  const issues: Issue[] = []
  const report = (issue: Issue): void => void issues.push(issue)
  const guess = options.locale ?? mostHits(countHits(text))
  const parts: Part[] = []
  for (const block of cutBlocks(listing)) {
    yield
    for (const part of readBlock(listing, block, options, guess ?? "en", report)) parts.push(part)
  }
  if (guess === undefined && parts[0]) report(issueAt(listing, parts[0].draft.title, "unknown-language"))
  const items: Item[] = []
  for (const item of buildItems(listing, parts, options, report)) {
    yield
    items.push(item)
  }
  relate(items)
  return { items, issues: issues.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

type Part = { draft: Draft; end: number }
type Report = (issue: Issue) => void

/** The items of a block: one, or more where separators are missing, or none. */
function readBlock(text: Text, block: Block, options: ParseOptions, listingLocale: string, report: Report): Part[] {
  const locale = options.locale ?? localeOfBlock(text.raw.slice(block.start, block.end), listingLocale)
  const layouts = layOut(text, block)
  if (layouts.length === 0 && block.separator) report(issueAt(text, block.separator, "no-title"))
  return layouts.flatMap((layout, number) => {
    const next = layouts[number + 1]
    if (!isItem(layout, block)) return skip(text, layout, report)
    if (layout.isSplit) report(issueAt(text, firstOf(layout), "missing-separator"))
    const draft = readDraft(text, layout, locale, report)
    return draft ? [{ draft, end: next ? firstOf(next).start : block.end }] : []
  })
}

/** Without a separator a heading alone is no item, nor are two lines that do not read as a heading and its text. */
const isItem = ({ headings, datelines, isTextual }: Layout, { separator }: Block) =>
  headings.length > 0 && (separator !== undefined || datelines.length > 0 || isTextual)

/** Lines that make no item: without a heading beside a dateline, or at the end of the listing. */
function skip(text: Text, layout: Layout, report: Report): [] {
  const code = layout.datelines.length > 0 ? "no-title" : "residue"
  const { start } = firstOf(layout)
  const end = linesOf(layout).reduce((last, line) => Math.max(last, line.end), start)
  report(issueAt(text, { start, end }, code))
  return []
}

const linesOf = ({ headings, datelines, teaser, residue, languages }: Layout): Range[] => [
  ...headings,
  ...datelines,
  ...teaser,
  ...residue,
  ...(languages ? [languages] : []),
]

const firstOf = (layout: Layout): Range =>
  linesOf(layout).reduce((first, line) => (line.start < first.start ? line : first))

/** The items with what only the whole listing tells: dates, ids, and their parts of the text. */
function* buildItems(text: Text, parts: readonly Part[], options: ParseOptions, report: Report): Generator<Item> {
  const drafts = parts.map(({ draft }) => draft)
  const { dates, isSorted } = readDates(drafts, options.retrievedAt)
  const firstDated = drafts.find(({ dateline }) => dateline?.date?.edtf !== undefined)
  if (!isSorted && firstDated) report(issueAt(text, firstDated.dateline!.date!, "out-of-order"))
  const { starts, left } = partAmong(
    text.raw.length,
    parts.map(({ end }) => end),
    longestText,
  )
  if (parts.length > 0 && left > 0) report(issueAt(text, { start: 0, end: left }, "too-long"))
  const times = new Map<string, number>()
  for (const [at, draft] of drafts.entries()) {
    const headings = headingsOf(draft)
    const date = draft.dateline?.date?.edtf
    const ordinal = count(times, JSON.stringify([headings, date]))
    if (ordinal > 1) report(issueAt(text, draft.title, "duplicate"))
    const id = makeId(options.source, headings, date, ordinal)
    const own = text.raw.slice(starts[at], starts[at + 1] ?? text.raw.length)
    yield parseItem(buildItem({ text, draft, dates: dates[at]!, id, own, options }))
  }
}

const longestText = 1_000_000

function count(times: Map<string, number>, key: string): number {
  const time = (times.get(key) ?? 0) + 1
  times.set(key, time)
  return time
}
