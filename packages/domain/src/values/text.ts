import * as z from "zod"

/** One line of text with something to see in it, no space at its ends, at most `max` characters. */
export const line = (max: number) => textOf(max, refusalOfLine, linePattern)

/** Several lines of text with something to see in them: the same, with line feeds, tabs, and spaces at the ends. */
export const lines = (max: number) => textOf(max, refusalOfLines, linesPattern)

/**
 * Whether what is wrong is letters alone, of a text or an address, which were taken once: archives from before have them, and are
 * read all the same.
 */
export const isOfLetters = (issue: z.core.$ZodIssue): boolean => issue.code === "custom" && issue.params === ofLetters

/** By this it is known. */
export const ofLetters: Record<string, unknown> = { of: "letters" }

const textOf = (max: number, refusalOf: (text: string) => string | undefined, pattern: string) =>
  z
    .string()
    .max(max)
    .refine((text) => refusalOf(text) === undefined, {
      error: ({ input }) => refusalOf(String(input)),
      params: ofLetters,
    })
    .meta({ pattern })

/**
 * What no text can have: control characters (PostgreSQL keeps no NUL, XML writes hardly any), halves of a character, the two
 * that are none, and the two marks that write what follows them the other way round.
 */
const never = /(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff\u202d\u202e]/u
/** Beside these, what would part a line. */
export const neverInLine = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff\u202d\u202e]/u
/** Something else than spaces and what has no width. */
const seen = /[^\s\p{Default_Ignorable_Code_Point}]/u

function refusalOfLine(text: string): string | undefined {
  if (text !== text.trim()) return "must be one line with no space at its ends"
  return refusalIn(text, neverInLine, "no line of text")
}

const refusalOfLines = (text: string) => refusalIn(text, never, "no text")

function refusalIn(text: string, stray: RegExp, what: string): string | undefined {
  const found = stray.exec(text)
  if (!found) return seen.test(text) ? undefined : "must have something in it that can be seen"
  const code = found[0].codePointAt(0) ?? 0
  return `has U+${code.toString(16).toUpperCase().padStart(4, "0")} as its character ${found.index + 1}, which ${what} can have`
}

// The same for JSON Schemas, as near as a pattern comes that means the same to every engine, with and without Unicode.
const strays = String.raw`\u007f-\u009f\u202d\u202e\ufffe\uffff`
const ofLine = String.raw`\u0000-\u001f\u2028\u2029${strays}`
const linePattern = `^[^${ofLine}\\s](?:[^${ofLine}]*[^${ofLine}\\s])?$`
const linesPattern = `^(?=[\\s\\S]*\\S)[^\\u0000-\\u0008\\u000b-\\u001f${strays}]+$`
