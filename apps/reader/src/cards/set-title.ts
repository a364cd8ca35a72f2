/** A text in lines, and the size of its letters. */
type SetText = { lines: string[]; size: number }

type Frame = {
  /** The sizes to try, the largest first. */
  sizes: readonly number[]
  width: number
  height: number
  /** From line to line, in sizes. */
  leading: number
  widthOf: (text: string, size: number) => number
}

/**
 * Sets a text in a frame, as large as it fits, its lines about equally long. One that does not fit even at the smallest size
 * is cut at a word, with an ellipsis.
 */
export function setTitle(text: string, frame: Frame): SetText {
  const smallest = frame.sizes.at(-1) ?? 0
  // More would not fit in any case.
  const words = text.slice(0, 1000).split(breaks).filter(Boolean)
  for (const size of frame.sizes) {
    const lines = fill(words, frame.width, size, frame.widthOf)
    if (lines.length <= mostLines(frame, size)) return { lines: balance(words, lines, size, frame), size }
  }
  return { lines: cut(words, smallest, frame), size: smallest }
}

/** Where a line may end: at a space that may be broken. */
const breaks = /[ \t\n]+/

const mostLines = ({ height, leading }: Frame, size: number) => Math.floor(height / (size * leading))

/** As many words in each line as go there; a word that is longer than a line is broken anywhere. */
function fill(words: readonly string[], width: number, size: number, widthOf: Frame["widthOf"]): string[] {
  const lines: string[] = []
  for (const word of words.flatMap((whole) => pieces(whole, width, size, widthOf))) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && widthOf(longer, size) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function pieces(word: string, width: number, size: number, widthOf: Frame["widthOf"]): string[] {
  if (widthOf(word, size) <= width) return [word]
  const parts = [""]
  for (const letter of word) {
    const last = parts.at(-1) ?? ""
    if (last !== "" && widthOf(last + letter, size) > width) parts.push(letter)
    else parts[parts.length - 1] = last + letter
  }
  return parts
}

/** The narrowest that takes no more lines. */
function balance(words: readonly string[], lines: string[], size: number, { width, widthOf }: Frame): string[] {
  let [narrow, wide] = [width / 2, width]
  let best = lines
  for (let step = 0; step < 8; step++) {
    const middle = (narrow + wide) / 2
    const tried = fill(words, middle, size, widthOf)
    if (tried.length <= lines.length) [best, wide] = [tried, middle]
    else narrow = middle
  }
  return best
}

function cut(words: readonly string[], size: number, frame: Frame): string[] {
  const most = mostLines(frame, size)
  const kept = fill(words, frame.width, size, frame.widthOf).slice(0, most)
  const last = (kept.pop() ?? "").split(" ")
  while (last.length > 1 && frame.widthOf(`${last.join(" ")}…`, size) > frame.width) last.pop()
  return [...kept, `${last.join(" ").replace(/[\s,;:.–-]+$/u, "")}…`]
}
