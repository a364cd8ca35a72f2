import { createMemory } from "../memory.js"

/**
 * The direction in which a language is written, by its script: a text in English that begins with an Arabic word is
 * read from the left all the same. `auto`, which goes by the first letter, is for who does not know the language.
 */
export const directionOf = (locale: string): "ltr" | "rtl" | "auto" =>
  directions(locale, () => {
    const { script } = new Intl.Locale(locale).maximize()
    if (script === undefined || noLanguages.includes(locale)) return "auto"
    return fromTheRight.has(script) ? "rtl" : "ltr"
  })

/** Tags that name no language (ISO 639-2): undetermined, several, one without a code, no words. */
const noLanguages: readonly string[] = ["und", "mul", "mis", "zxx"]

/** The scripts of living languages that are written from right to left (ISO 15924). */
const fromTheRight: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Aran",
  "Hebr",
  "Mand",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
])

/** To ask ICU takes longer than to render the text. */
const directions = createMemory<"ltr" | "rtl" | "auto">(200)
