/** A text as one line: line ends, tabs and other control characters are spaces, and spaces next to each other are one. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, " ")
    .trim()
