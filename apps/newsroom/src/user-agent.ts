import manifest from "../package.json" with { type: "json" }

/** How the newsroom names itself to whom it asks; `siteUrl` is absent where it is not known. */
export const userAgentOf = (siteUrl: string | undefined): string =>
  `newsroom/${manifest.version}${siteUrl === undefined ? "" : ` (+${siteUrl})`}`
