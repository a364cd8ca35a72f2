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

/** What citation-js makes of a text in BibTeX, RIS or CSL-JSON. Throws where it is none of them. */
export const readCitations = (text: string): ReadCitation[] => (text === "" ? [] : new Cite(text).data)

/** A name on one line; as RIS has it, a body's name ends in a comma, after which nothing is given. */
export const nameOf = ({ literal, family, given }: ReadName): string =>
  literal ?? [family, given].filter(Boolean).join(", ")
