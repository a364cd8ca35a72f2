import { Cite } from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import "@citation-js/plugin-csl"
import "@citation-js/plugin-ris"

/** A name as citation-js reads it. */
export type ReadName = { literal?: string; family?: string; given?: string }

/** A citation as citation-js, which is not ours, reads it from any of the three formats: in the terms of CSL. */
export type ReadCitation = {
  id: string
  type: string
  title: string
  author?: ReadName[]
  editor?: ReadName[]
  issued?: { "date-parts"?: (number[] | null)[]; literal?: string; raw?: string }
  number?: string
  "collection-number"?: string
  publisher?: string
  ISBN?: string
  DOI?: string
  URL?: string
  language?: string
  abstract?: string
  keyword?: string
  note?: string
}

/** What citation-js makes of a text in BibTeX, RIS or CSL-JSON, told apart by extension. Throws where it is not that. */
export function readCitations(text: string, extension: string): ReadCitation[] {
  const forceType = { bib: "@biblatex/text", ris: "@ris/file" }[extension] ?? "@else/json"
  return text === "" ? [] : new Cite(text, { forceType }).data
}

/** A bibliography of CSL-JSON in the style of the APA, as citeproc, which is not ours, prints it. `locale` as in en-GB. */
export const printBibliography = (text: string, locale: string): string =>
  new Cite(text, { forceType: "@else/json" }).format("bibliography", { template: "apa", lang: locale }).trim()

/** A name on one line; as RIS has it, a body's name ends in a comma, after which nothing is given. */
export const nameOf = ({ literal, family, given }: ReadName): string =>
  literal ?? [family, given].filter(Boolean).join(", ")
