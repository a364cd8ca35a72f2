import { askText } from "./ask.js"

/** What a citation says. `year` is absent for the undated; `authors` are those that are bodies, by their whole names. */
export type Citation = { title: string; year: string | undefined; authors: string[] }

/** The citations of a list by its CSL-JSON, which is read without knowing anything of names and signs. */
export async function askCitations(list: string): Promise<Citation[]> {
  const read = JSON.parse(await askText(`${list}.csl.json`)) as {
    title: string
    author?: { literal?: string }[]
    issued?: { "date-parts": [[number]] }
  }[]
  return read.map(({ title, author = [], issued }) => ({
    title: withoutBraces(title),
    year: issued && String(issued["date-parts"][0][0]),
    authors: author.flatMap(({ literal }) => literal ?? []),
  }))
}

/** The citations of BibTeX as biber and bibutils write it: a field a line, bodies in braces. */
export const readBibtex = (text: string): Citation[] =>
  text
    .split(/^@(?=\w+\{)/m)
    .slice(1)
    .map((entry) => {
      const field = (name: string) => new RegExp(`^ *${name} *= *["{](.*)["}],?$`, "im").exec(entry)?.[1]
      const year = field("date") ?? field("year")
      return {
        title: withoutBraces(withoutCommands(field("title") ?? "")),
        year: year === "n.d." ? undefined : year?.slice(0, 4),
        authors: (field("author") ?? "").split(" and ").flatMap((name) => /^\{(.*)\}$/.exec(name)?.[1] ?? []),
      }
    })

/** Braces keep capitals; which of them are the text's own, bibutils does not say. */
const withoutBraces = (text: string) => text.replace(/[{}]/g, "")

const withoutCommands = (text: string) =>
  text.replace(/\{?\\(textasciitilde|textbrace(?:left|right)|[%#&$_])\}?/g, (_, name: string) => signs[name] ?? name)

const signs: Record<string, string> = { textasciitilde: "~", textbraceleft: "{", textbraceright: "}" }
