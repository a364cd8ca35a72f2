import { tokenise } from "../tokens.js"

/**
 * Reads a line that only lists languages, by code or by name: "EN | FR", "en, fr, ru", "English – Français". Gives their
 * BCP 47 tags; undefined for any other line. A single language counts in brackets or in capitals only.
 */
export function readLanguages(line: string): string[] | undefined {
  if (line.length > 100) return undefined
  const tokens = tokenise(line)
  const words = tokens.filter(({ kind }) => kind === "word")
  const marks = tokens.filter(({ kind }) => kind !== "word")
  if (words.length === 0 || !marks.every(({ text }) => "|/,;·•-–—()[]".includes(text))) return undefined
  const isPlain = marks.length === 0 && !words.every(({ text }) => /^[A-Z]{2,3}$/.test(text))
  if (isPlain || (words.length === 1 && marks.length < 2)) return undefined
  const locales = words.map(
    ({ text, folded }) => names.get(folded) ?? (/^(?:[A-Z]{2}|[a-z]{2})$/.test(text) ? codes.get(folded) : undefined),
  )
  return locales.every((locale) => locale !== undefined) ? [...new Set(locales)] : undefined
}

/** Official languages of the member and partner States, and those into which documents are translated. */
const codes: ReadonlyMap<string, string> = new Map([
  ..."ar az be bg bs ca cs da de el en es et fi fr ga he hr hu hy is it ka kk lb lt lv mk mt nl no pl pt ro ru sk sl sq sr sv tr uk zh"
    .split(" ")
    .map((code): [string, string] => [code, code]),
  // what people write for Greek, Ukrainian, Georgian, Czech, Swedish and Danish: the codes of their countries
  ["gr", "el"],
  ["ua", "uk"],
  ["ge", "ka"],
  ["cz", "cs"],
  ["eng", "en"],
  ["fra", "fr"],
])

const names: ReadonlyMap<string, string> = new Map(
  ["en", "fr", "es", "de", "it", "pt", "ru", "uk", "tr", "el", "pl"].flatMap((inLanguage) => {
    const display = new Intl.DisplayNames([inLanguage], { type: "language", fallback: "none" })
    return [...new Set(codes.values())].flatMap((code): [string, string][] => {
      const name = display.of(code)
      return name === undefined ? [] : [[foldName(name), code]]
    })
  }),
)

function foldName(name: string): string {
  return tokenise(name)[0]?.folded ?? name
}
