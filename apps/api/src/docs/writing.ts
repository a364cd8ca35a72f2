import { actions, lifecycle, type State, states, transitions } from "@pg/domain"
import { html } from "hono/html"
import { apiPath } from "../site.js"
import { type Asked, curl } from "./curl.js"

type Html = ReturnType<typeof html>

/** How one writes, in a few minutes: every line for the shell works as it stands, one after the other. */
export function writing(siteUrl: string): Html {
  const api = siteUrl + apiPath
  const line = (asked: Asked): Html => html`<pre tabindex="0"><code>${curl(asked, true)}</code></pre>`
  const json = { "Content-Type": "application/json" }
  const news = JSON.stringify({ kind: "news", locale: "en", title: "Ministers meet" })
  return html`<section id="writing" aria-labelledby="writing-title">
<h2 id="writing-title">How to write</h2>
<p>To read what is published takes no key. To write, or to read what is not published, takes a token, which whoever runs the
newsroom gives out. It is for some scopes (<code>items:read</code>, <code>items:write</code>, <code>items:publish</code>,
<code>files:write</code>), kinds of
item and languages. It is sent with each request, never in an address.</p>
<pre tabindex="0"><code>newsroom token create --name cms --scope items:read items:write items:publish --expires 90d
TOKEN=pgn_…</code></pre>

<h3>The first item</h3>
${line({ url: `${api}/items`, method: "POST", headers: { "Idempotency-Key": "my-first-item", ...json }, body: news })}
<p>makes a draft, which only those with a token see: 201, with its address in <code>Location</code> and its id as
<code>itemId</code>. Keep that for what follows: <code>ID=…</code>. With <code>?validate-only</code> nothing is written, and the
answer says what would be. <code>PUT</code> takes an id of your own.</p>
<p>An <code>Idempotency-Key</code> is any text that is new for each thing you want done. Where no answer came, send the same again with
the same key, within 24 hours: it is done once, and <code>Idempotency-Replayed</code> says that it had been.</p>

<h3>Changing it</h3>
${line({ url: `${api}/items/\${ID}`, method: "PATCH", headers: { "If-Match": '"r1"', "Content-Type": "application/merge-patch+json" }, body: '{"summary":"They met in Strasbourg."}' })}
<p>A change says what it changes: <code>If-Match</code> has the <code>ETag</code> of what was read, or of the write before. Without it the
answer is 428. Where somebody else was quicker it is 412, with <code>current</code>, what the item is now, and
<code>proposal</code>, what both changes make together: look at it, and send it with the <code>etag</code> of
<code>current</code>. What says nothing new writes nothing.</p>
<p>What is wrong is named in <code>errors</code> (422): a field of the body by its <code>pointer</code> (RFC 6901), a
<code>parameter</code>, a <code>header</code>; each in a sentence, with a <code>suggestion</code> where something was probably meant.</p>

<h3>Publishing it</h3>
${line({ url: `${api}/items/\${ID}:publish`, method: "POST", headers: { "If-Match": '"r2"' } })}
<p>The steps of an item's life are addresses of their own; <code>?action=publish</code> does the same with an item that is written. A
step that the item's state has not is refused (409), with the <code>actions</code> that it has.</p>
${lifecycleTable()}
<p><code>minor</code> changes (<code>updateType</code>) do not move the date that readers see; a change with a
<code>changeNote</code> is told to them.</p>

<h3>Many at once</h3>
${line({ url: `${api}/items:batch`, method: "POST", headers: json, body: `[${news}]` })}
<p>Each item is written by itself, and has a result of its own with the status that it would have had alone. Up to 1,000 as JSON; any
number as NDJSON (<code>application/x-ndjson</code>), answered line by line. One that is there already says by its
<code>revision</code> which one of it was read.</p>

<h3>Listings</h3>
${line({ url: `${api}/listings?validate-only`, method: "POST", headers: { "Content-Type": "text/plain" }, file: "listing.txt" })}
<p>A listing as text becomes items; the answer says where each field stands in it, and in <code>issues</code> what was not
understood. To read it again writes nothing. What has changed in it is merged with what editors have done since; a field that both
have changed stays as it is and is a conflict.</p>

<h3>Conflicts</h3>
${line({ url: `${api}/drafts?conflicts` })}
<p>lists the items that have some, each with what the field was (<code>base</code>), is (<code>ours</code>) and was to become
(<code>theirs</code>). <a href="#resolveItem"><code>:resolve</code></a> decides. Every revision is kept: it can be
<a href="#listRevisions">listed</a>, <a href="#compareRevisions">compared</a> and <a href="#restoreItem">restored</a>.</p>
</section>`
}

/** The life of an item: for each action where it leads from which state, and what it takes. */
const lifecycleTable = (): Html => html`
<div class="wide" tabindex="0" role="group" aria-label="The life of an item"><table>
<thead><tr><th scope="col">Action</th><th scope="col">From, to</th><th scope="col">Scope</th><th scope="col">Needs</th></tr></thead>
<tbody>${actions.map((action) => {
  const { scope, needs } = transitions[action]
  const ways = states.flatMap((state) => wayFrom(state, action) ?? [])
  return html`<tr><th scope="row"><code>${action}</code></th><td>${ways.join(", ")}</td><td><code>${scope}</code></td>
<td>${needs.map((need, index) => html`${index === 0 ? "" : ", "}<code>${need}</code>`)}</td></tr>`
})}</tbody>
</table></div>
<p>To edit what is neither draft nor in review takes <code>items:publish</code> too.</p>`

function wayFrom(state: State, action: (typeof actions)[number]): string | undefined {
  const next = (lifecycle[state] as Partial<Record<string, State>>)[action]
  if (next === undefined) return undefined
  return next === state ? state : `${state} → ${next}`
}
