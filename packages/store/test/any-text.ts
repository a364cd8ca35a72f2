import fc from "fast-check"

const part = fc.constantFrom(
  "l’État",
  "l'",
  "'",
  "’",
  "«",
  "Covid-19",
  "ﬁ",
  "e\u0301",
  "\u00a0",
  " ",
  ".",
  "漢字",
  "😀",
  "s",
)
/** For tests: texts with what makes words hard to tell: elisions, ligatures, marks of their own, scripts without spaces. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(part).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 300 }),
)
