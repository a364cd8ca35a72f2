import { findSeparator } from "./separators.js"
import { type Range, type Text, trim } from "./text.js"

/**
 * What stands between two separators: the lines that are not blank, without the blanks at their ends. `start` to `end`
 * is all of it, with the separator and the blank lines after that.
 */
export type Block = Range & { lines: Range[]; separator?: Range }

/**
 * Cuts a listing into blocks that together are the whole of it. A last block may have no separator; separators with
 * nothing between them make one block without lines.
 */
export function cutBlocks(text: Text): Block[] {
  const blocks: Block[] = []
  let block: Block = { start: 0, end: 0, lines: [] }
  for (let number = 0; number < text.lineStarts.length; number++) {
    const next = text.lineStarts[number + 1] ?? text.raw.length
    const line = trim(text.raw, { start: text.lineStarts[number]!, end: next })
    if (line.start < line.end) {
      const separator = findSeparator(text.raw, line)
      const content = separator ? trim(text.raw, { start: line.start, end: separator.start }) : line
      const isRepeated = block.lines.length === 0 && content.start === content.end
      if (block.separator && !isRepeated) {
        blocks.push(block)
        block = { start: block.end, end: block.end, lines: [] }
      }
      if (separator) block.separator = { start: block.separator?.start ?? separator.start, end: separator.end }
      if (content.start < content.end) block.lines.push(content)
    }
    block.end = next
  }
  if (block.start < block.end) blocks.push(block)
  return blocks
}
