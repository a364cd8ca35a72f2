import { oneLine } from "../one-line.js"

/**
 * A text as LaTeX prints it and BibTeX and biber read it: what means something to TeX is written by its name, and
 * braces stay balanced, which both count even after a backslash. Letters with accents are left as they are, UTF-8.
 */
export const escapeText = (text: string): string => escapeSigns(oneLine(text))

const escapeSigns = (text: string) =>
  text.replace(/[\\{}~^&%$#_]/g, (character) => commands[character] ?? `\\${character}`).replace(ligature, "{}")

const commands: Record<string, string> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
}

/** Between signs that TeX would draw as one: two hyphens as a dash, two commas as a quotation mark. */
const ligature = /(?<=[-`',<>])(?=[-`',<>])|(?<=[?!])(?=`)/g

/**
 * A title whose capitals stay capitals: styles put all words but the first into lower case, and braces tell them which
 * not to.
 */
export const escapeTitle = (title: string): string =>
  oneLine(title).replace(words, (text: string, word: string | undefined, at: number) =>
    word !== undefined && /\p{Lu}/u.test(at === 0 ? text.slice(1) : text)
      ? `{${escapeSigns(text)}}`
      : escapeSigns(text),
  )

/** A word, with the hyphens and apostrophes in it, or what stands between two. */
const words = /([\p{L}\p{M}\p{N}]+(?:[-’'./][\p{L}\p{M}\p{N}]+)*)|[^\p{L}\p{M}\p{N}]+/gu

/** Addresses are read as they stand, but their braces are counted all the same. */
export const escapeAddress = (address: string): string =>
  oneLine(address).replace(/[\\{} ]/g, (character) => encodeURIComponent(character))
