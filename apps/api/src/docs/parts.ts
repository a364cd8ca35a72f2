import { html, raw } from "hono/html"
import type { Parameter } from "../openapi/parameters.js"

type Html = ReturnType<typeof html>

/** Parameters, one a line. */
export const parameterTable = (parameters: readonly Parameter[]): Html => html`
<div class="wide" tabindex="0" role="group" aria-label="Parameters"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">Value</th><th scope="col">What it means</th></tr></thead>
<tbody>${parameters.map(
  ({ name, schema, description, required }) => html`<tr><th scope="row"><code>${name}</code>${required ? " *" : ""}</th>
<td class="value">${valueOf(schema)}</td><td>${marked(description)}</td></tr>`,
)}</tbody>
</table></div>`

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
export const marked = (text: string): Html[] =>
  text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))

/** Parts in a row. */
export const joined = (parts: Html[]): (Html | ReturnType<typeof raw>)[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [raw(" · "), part]))
