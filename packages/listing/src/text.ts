import type { Span } from "@pg/domain"

/** A part of the listing: offsets in UTF-16 code units, the end excluded. */
export type Range = { start: number; end: number }

/** The listing with the offsets at which its lines begin. A line ends with LF, CRLF or CR. */
export type Text = { raw: string; lineStarts: readonly number[] }

/** Finds the lines of a listing, once. Halves of characters, which no file has, are read as UTF-8 would: each as U+FFFD. */
export function readText(given: string): Text {
  const raw = given.toWellFormed()
  const lineStarts = [0]
  for (const end of raw.matchAll(/\r\n|\n|\r/g)) lineStarts.push(end.index + end[0].length)
  return { raw, lineStarts }
}

/** A range of the listing as the domain writes it: line and column from 1, and the characters as they stand. */
export function spanOf({ raw, lineStarts }: Text, { start, end }: Range): Span {
  let low = 0
  for (let high = lineStarts.length; high - low > 1; ) {
    const middle = (low + high) >> 1
    if (lineStarts[middle]! <= start) low = middle
    else high = middle
  }
  return { line: low + 1, column: start - lineStarts[low]! + 1, text: raw.slice(start, end) }
}

/** A range without the blanks at its ends; empty where there is nothing else that could be seen. */
export function trim(raw: string, { start, end }: Range): Range {
  while (start < end && isBlank(raw.charCodeAt(start))) start++
  while (end > start && isBlank(raw.charCodeAt(end - 1))) end--
  return seen.test(raw.slice(start, end)) ? { start, end } : { start, end: start }
}

const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u

/**
 * Spaces of any width, with zero width too, line ends, control characters, the byte order mark, and what else the domain has in no
 * text: marks that turn it round, and what is no character.
 */
export const isBlank = (code: number): boolean =>
  code <= 0x20 ||
  (code >= 0x7f && code <= 0xa0) ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200d) ||
  (code >= 0x2028 && code <= 0x2029) ||
  (code >= 0x202d && code <= 0x202f) ||
  (code >= 0x205f && code <= 0x2060) ||
  code === 0x3000 ||
  code === 0xfeff ||
  code >= 0xfffe

/**
 * One line of text as a value: runs of blanks are one space, none at its ends. The narrow and wide no-break space that
 * French sets beside its punctuation stays; quotes, dots and typing mistakes stay too.
 */
export function clean(text: string): string {
  const { start, end } = trim(text, { start: 0, end: text.length })
  return text
    .slice(start, end)
    .replace(/[\s\p{Cc}\u200b\u2060\u202d\u202e\ufffe\uffff]+/gu, (run: string, offset: number, all: string) => {
      if (/^[\u200b\u2060\u202d\u202e\ufeff\ufffe\uffff]+$/.test(run)) return ""
      const before = all[start + offset - 1] ?? all[offset - 1]
      const isFrench =
        /^[\u00a0\u202f]$/.test(run) && (before === "«" || /^[:;?!»%]/.test(all.slice(offset + 1, offset + 2)))
      return isFrench ? run : " "
    })
}
