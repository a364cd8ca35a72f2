import { Cite, type ReadCitation, type ReadName } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import "@citation-js/plugin-csl"
import "@citation-js/plugin-ris"

export type { ReadCitation } from "@citation-js/core"

/** What citation-js, which is not ours, makes of BibTeX, RIS or CSL-JSON, told apart by extension. Throws on another. */
export function readCitations(text: string, extension: string): ReadCitation[] {
  const forceType = { bib: "@biblatex/text", ris: "@ris/file" }[extension] ?? "@else/json"
  return text === "" ? [] : new Cite(text, { forceType }).data
}

/** A bibliography of CSL-JSON in the style of the APA, as citeproc, which is not ours, prints it. `locale` as in en-GB. */
export const printBibliography = (text: string, locale: string): string =>
  new Cite(text, { forceType: "@else/json" }).format("bibliography", { template: "apa", lang: locale }).trim()

/** A name on one line, the family name first. */
export const nameOf = ({ literal, family, given }: ReadName): string =>
  literal ?? [family, given].filter(Boolean).join(", ")
