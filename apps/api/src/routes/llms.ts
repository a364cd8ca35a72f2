import { kinds } from "@pg/domain"
import { formats } from "@pg/formats"
import { Hono } from "hono"
import { answer } from "../answer.js"
import { apiPath, docsPath, guidePath, oaiPath, openApiPath, pageLocales, type Site } from "../site.js"

/** `/llms.txt` (llmstxt.org): what a program that reads pages should know of this site, as Markdown. */
export function llmsRoutes(site: Site): Hono {
  const text = guide(site)
  return new Hono().get("/llms.txt", (c) => answer(c, { text, mediaType: "text/markdown" }))
}

const guide = (site: Site) => `# Newsroom of the Pompidou Group

> News, events and publications of the Pompidou Group, the Council of Europe's platform for drug policy. Every
> item and every list is also there as data, without a key.

- An item's id is a UUID that never changes. Its readable address may change; the old one then leads to the new.
- \`issued\` is when the organisation says that it published something: a day, a month or a year, as exact as it was said
  (EDTF). Where it is absent, nobody said it: do not take \`firstPublishedAt\` or \`updatedAt\` for it.
- \`issuedBounds\` is what can be concluded from neighbouring items. It is no date of publication.
- What was removed answers 410 and says why; what was merged leads to what it is part of.
- To read many items, ask for a list or the snapshot instead of following pages.

## Lists

${lists(site)}

Formats, by suffix: ${formats.map(({ extension }) => `\`.${extension}\``).join(" ")}.

## The archive as a whole

- [Snapshot](${site.url(`${apiPath}/snapshot.ndjson`)}): every item, a line of JSON each
- [Changes](${site.url(`${apiPath}/changes`)}): what was published, changed and removed, in order; go on from \`next\`
- [OAI-PMH](${site.url(`${oaiPath}?verb=Identify`)}): the same for harvesters, as Dublin Core
- [Sitemap](${site.url("/sitemap.xml")}): every page

## How to ask

- [OpenAPI document](${site.url(openApiPath)}): every address, parameter and answer, for programs
- [Guide](${site.url(guidePath)}): filters, dates, paging, formats, errors, following what changes, limits
- [The API explained](${site.url(docsPath)}): every address and parameter for people

## Optional

${pageLocales.map((locale) => `- [Home page (${locale})](${site.url(`/${locale}`)})`).join("\n")}
`

const lists = (site: Site) =>
  [{ segment: "items" }, ...kinds]
    .map(({ segment }) => `- [${segment}](${site.listUrl(segment)}): newest first, 20 on a page`)
    .join("\n")
