import { html } from "hono/html"
import type { WriteOperation } from "../openapi/writing/operation.js"
import { curlOf } from "./curl.js"
import { marked, parameterTable } from "./parts.js"

type Html = ReturnType<typeof html>

/** An operation of those who write: what it takes, and a line for the shell. It is not done to be shown. */
export const writeOperation = (one: WriteOperation, siteUrl: string): Html => html`
<article class="operation" id="${one.id}">
<h3>${one.summary}</h3>
<p class="address"><b>${one.method.toUpperCase()}</b> ${one.path}</p>
<p>${marked(one.description)}${one.scope === undefined ? "" : html` The token has the scope <code>${one.scope}</code>.`}</p>
${one.parameters.length === 0 ? "" : html`<h4>Parameters</h4>${parameterTable(one.parameters)}`}
${one.body === undefined ? "" : html`<h4>Body</h4><p>${bodyOf(one.body)}</p>`}
<h4>Try it</h4>
<pre tabindex="0"><code>${curlOf(one, siteUrl)}</code></pre>
</article>`

/** The media types, and in the contract the schemas by their names. */
const bodyOf = ({ required, content }: NonNullable<WriteOperation["body"]>): Html =>
  html`${Object.entries(content).map(
    ([mediaType, { schema }], index) =>
      html`${index === 0 ? "" : ", or "}<code>${mediaType}</code>${"$ref" in schema ? html` (${nameOf(String(schema.$ref))})` : ""}`,
  )}${required ? "" : "; it may be left out"}.`

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf("/") + 1)
