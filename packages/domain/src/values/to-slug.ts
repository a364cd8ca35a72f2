const letters: Record<string, string> = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" }
const longest = 120

/**
 * The slug of a title or a name: accents folded, everything that is no letter or digit a hyphen, cut at a word's end
 * to at most 120 characters. A text with no letter or digit gives "". `toSlug("L’Œuvre d’Émile")` is
 * `"l-oeuvre-d-emile"`; scripts other than Latin are kept as they are.
 */
export function toSlug(text: string): string {
  const slug = text
    .slice(0, 10 * longest)
    .normalize("NFKD")
    .replace(/(?<!\p{L}\p{M}*)\p{M}+|(?<=\p{Script=Latin}\p{M}*)\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[æœøßłđðþı]/g, (letter) => letters[letter]!)
    .replace(/(?<=[a-z])['’](?=s\b)/g, "")
    .normalize("NFC")
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{Nd}\p{M}]+/gu, "-")
    .replace(/^-|-$/g, "")
  if (slug.length <= longest) return slug
  const cut = slug.slice(0, longest + 1)
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 0) || longest)
}
