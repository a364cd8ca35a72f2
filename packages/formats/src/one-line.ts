/**
 * A text as one line: line ends, tabs and other control characters are spaces, and spaces next to each other are one.
 * Code points that are no characters are left out: biber reads no file that has one.
 */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Noncharacter_Code_Point}/gu, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, " ")
    .trim()
