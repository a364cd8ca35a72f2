import { readFileSync } from "node:fs"
import module from "node:module"
import { parse } from "opentype.js/dist/opentype.mjs"

/** Source Serif 4 (SIL Open Font License), which has the Latin, Greek and Cyrillic letters. */
export const family = "Source Serif 4"

const { resolve } = module.createRequire(import.meta.url)
const pathOf = (style: string) => resolve(`@expo-google-fonts/source-serif-4/${style}/SourceSerif4_${style}.ttf`)

/** The files of its upright, its italic and its bold letters. */
export const fontFiles = ["400Regular", "400Regular_Italic", "600SemiBold"].map(pathOf)

const upright = parse(new Uint8Array(readFileSync(fontFiles[0]!)).buffer)

/** How wide a text is in upright letters of a size; what the font has not is as wide as its size. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += advanceOf(letter)
  return width * size
}

const advances = new Map<string, number>()

function advanceOf(letter: string): number {
  const known = advances.get(letter)
  if (known !== undefined) return known
  const index = upright.charToGlyphIndex(letter)
  const advance = index === 0 ? 1 : (upright.glyphs.get(index).advanceWidth ?? 0) / upright.unitsPerEm
  if (advances.size < 2000) advances.set(letter, advance)
  return advance
}

/** Whether a text has letters that the font has not: then those of the machine are looked for. */
export const hasOthers = (text: string): boolean =>
  Array.from(text).some((letter) => !/[\s\p{Cf}]/u.test(letter) && upright.charToGlyphIndex(letter) === 0)
