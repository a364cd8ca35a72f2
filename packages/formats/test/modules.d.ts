/** What is used of libraries that come without types. */
declare module "@citation-js/core" {
  /** A name as it reads it. */
  export type ReadName = { literal?: string; family?: string; given?: string }

  /** A citation as it reads it from any format: in the terms of CSL. */
  export type ReadCitation = {
    id: string
    title: string
    author?: ReadName[]
    editor?: ReadName[]
    issued?: { "date-parts"?: (number[] | null)[]; literal?: string }
    publisher?: string
    URL?: string
    abstract?: string
  }

  export class Cite {
    constructor(text: string, options: { forceType: string })
    data: ReadCitation[]
    format(as: "bibliography", options: { template: string; lang: string }): string
  }
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-ris" {}
declare module "@citation-js/plugin-csl" {}
declare module "jsonld" {
  /** JSON-LD 1.1; with `safe`, throws rather than leave anything out. */
  export function expand(
    document: object,
    options: { safe: true; documentLoader: (url: string) => Promise<{ document: object; documentUrl: string }> },
  ): Promise<Record<string, unknown>[]>
}
