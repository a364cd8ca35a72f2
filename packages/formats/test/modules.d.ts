/** What is used of libraries that come without types. */
declare module "@citation-js/core" {
  export class Cite {
    constructor(text: string, options: { forceType: string })
    data: import("./read-citations.js").ReadCitation[]
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
