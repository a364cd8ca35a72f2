import { html, raw } from "hono/html"
import { type Parameter, queryParameters } from "../openapi/parameters.js"
import { type Operation, tags } from "../openapi/operation.js"
import { operations } from "../openapi/operations.js"
import { guide } from "./guide.js"

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
<p>For programs: <a href="/api/openapi.json">the contract as OpenAPI 3.1</a>, and
<a href="/.well-known/api-catalog">the catalogue</a>. For programs that read: <a href="/llms.txt">llms.txt</a>.</p>
<nav aria-label="On this page">
<ul><li><a href="#guide">Guide</a></li>
<li><a href="#parameters">Parameters of lists</a></li>
${operations.map(({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`)}</ul>
</nav>
</header>
<main>
${guide(siteUrl)}
<section id="parameters" aria-labelledby="parameters-title">
<h2 id="parameters-title">Parameters of lists</h2>
<p>Every list takes them; one of a single kind has no <code>kind</code>. A filter and its <code>not.</code> may have several
values, between commas or each by itself.</p>
${tableOf(queryParameters())}
</section>
<div id="operations">
${Object.entries(tags).map(([tag, description]) => section(tag, description, siteUrl, shownById))}
</div>
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

/** What all lists take is shown once; here only what is an operation's own. */
function parametersOf({ parameters, tag }: Operation): Html {
  const isShared = ({ name, in: where }: Parameter) => where === "query" && tag === "lists" && ofLists.has(name)
  const shared = parameters.filter(isShared)
  if (shared.length <= fewParameters) return html`<h4>Parameters</h4>${tableOf(parameters)}`
  const own = parameters.filter((parameter) => !isShared(parameter))
  return html`<h4>Parameters</h4>
${own.length === 0 ? "" : tableOf(own)}
<p><a href="#parameters">Those of every list</a>${
    shared.length === ofLists.size
      ? ""
      : html`, but for ${joined(
          [...ofLists]
            .filter((name) => !shared.some((one) => one.name === name))
            .map((name) => html`<code>${name}</code>`),
        )}`
  }.</p>`
}

const ofLists: ReadonlySet<string> = new Set(queryParameters().map(({ name }) => name))
/** So few are soon read where they are. */
const fewParameters = 4

const tableOf = (parameters: readonly Parameter[]): Html => html`
<div class="wide" tabindex="0" role="group" aria-label="Parameters"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Value</th><th scope="col">What it means</th></tr></thead>
<tbody>${parameters.map(
  ({ name, schema, description, required }) => html`<tr><th scope="row"><code>${name}</code>${required ? " *" : ""}</th>
<td class="value">${valueOf(schema)}</td><td>${marked(description)}</td></tr>`,
)}</tbody>
</table></div>`

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
