import { html, raw } from "hono/html"
import type { Parameter } from "../openapi/parameters.js"
import { type Operation, tags } from "../openapi/operation.js"
import { operations } from "../openapi/operations.js"

type Html = ReturnType<typeof html>

/** What an operation really answers, now: `text` as far as it is shown, `isCut` where there is more of it. */
export type Shown = { url: string; status: number; mediaType: string; text: string; isCut: boolean }

/** The contract as a page to be read: every operation with its parameters, a line for the shell and what it gives. */
export function docsPage(siteUrl: string, shownById: Readonly<Record<string, Shown>>): Html {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The API of the Pompidou Group newsroom</title>
<meta name="description" content="Read, follow, cite, harvest or mirror the newsroom with nothing but HTTP.">
<link rel="stylesheet" href="/api/docs.css">
<link rel="service-desc" type="application/json" href="/api/openapi.json">
</head>
<body>
<header class="top">
<a class="skip" href="#operations">Skip to what can be asked</a>
<p><a href="/">Pompidou Group newsroom</a></p>
<h1>The API</h1>
<p class="lead">Everything the newsroom publishes, to be read, followed, subscribed to, cited, harvested or mirrored, with
nothing but HTTP and without asking for a key.</p>
<pre tabindex="0"><code>curl '${siteUrl}/api/v1/items?topic=prisons&amp;limit=5'</code></pre>
<p>Every list and every item comes in every format: put a suffix behind the address (<code>.csv</code>,
<code>.atom</code>, <code>.ics</code>, <code>.bib</code> …) or say it in <code>Accept</code>. Several values of a filter,
between commas, mean any of them; several filters mean all of them. An item without a date is in every list, and no date
is ever made up. What cannot be understood is answered with 422 and what was probably meant.</p>
<p>For programs: <a href="/api/openapi.json">the contract as OpenAPI 3.1</a>, and
<a href="/.well-known/api-catalog">the catalogue</a>. For programs that read: <a href="/llms.txt">llms.txt</a>.</p>
<nav aria-label="What can be asked">
<ul>${operations.map(({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`)}</ul>
</nav>
</header>
<main id="operations">
${Object.entries(tags).map(([tag, description]) => section(tag, description, siteUrl, shownById))}
</main>
</body>
</html>
`
}

function section(tag: string, description: string, siteUrl: string, shownById: Readonly<Record<string, Shown>>): Html {
  return html`<section aria-labelledby="tag-${tag}">
<h2 id="tag-${tag}">${tag.slice(0, 1).toUpperCase()}${tag.slice(1)}</h2>
<p>${description}</p>
${operations.filter((operation) => operation.tag === tag).map((one) => operation(one, siteUrl, shownById[one.id]))}
</section>`
}

const operation = (one: Operation, siteUrl: string, shown: Shown | undefined): Html => html`
<article class="operation" id="${one.id}">
<h3>${one.summary}</h3>
<p class="address"><b>GET</b> ${one.path}</p>
<p>${marked(one.description)}</p>
${one.parameters.length === 0 ? "" : parametersOf(one)}
<h4>Formats</h4>
<p>${joined(Object.keys(one.content).map((mediaType) => html`<code>${mediaType}</code>`))}</p>
<h4>Try it</h4>
<pre tabindex="0"><code>curl '${shown?.url ?? siteUrl + one.example}'</code></pre>
${shown === undefined ? "" : resultOf(shown)}
</article>`

/** Few parameters are shown at once; many are a list of their own to be opened. */
function parametersOf({ parameters }: Operation): Html {
  const table = html`<div class="wide" tabindex="0" role="group" aria-label="Parameters"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Value</th><th scope="col">What it means</th></tr></thead>
<tbody>${parameters.map(
    ({
      name,
      schema,
      description,
      required,
    }) => html`<tr><th scope="row"><code>${name}</code>${required ? " *" : ""}</th>
<td class="value">${valueOf(schema)}</td><td>${marked(description)}</td></tr>`,
  )}</tbody>
</table></div>`
  return parameters.length <= 4
    ? html`<h4>Parameters</h4>${table}`
    : html`<details><summary>${parameters.length} parameters</summary>${table}</details>`
}

const resultOf = ({ status, mediaType, text, isCut }: Shown): Html =>
  html`<details open><summary>What it answers now: ${status}, ${mediaType}${isCut ? " (the beginning)" : ""}</summary>
<pre tabindex="0"><code>${text}</code></pre></details>`

type Schema = {
  type?: string
  enum?: readonly string[]
  items?: Schema
  anyOf?: Schema[]
  minimum?: number
  maximum?: number
}

/** What a value may be, in a few words. */
function valueOf(schema: Parameter["schema"]): string {
  const { type, enum: words, items, anyOf, minimum, maximum } = schema as Schema
  if (anyOf) return anyOf.map(valueOf).join(", or ")
  if (words) return words.length > 12 ? `${words.slice(0, 12).join(", ")} …` : words.join(", ")
  if (items) return items.enum ? valueOf(items) : "one or several, between commas"
  return minimum === undefined ? (type ?? "") : `${minimum} to ${maximum}`
}

/** Words between backticks are code. */
const marked = (text: string): Html[] =>
  text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))

const joined = (parts: Html[]): (Html | ReturnType<typeof raw>)[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [raw(" · "), part]))
