import { formats } from "@pg/formats"
import { html } from "hono/html"
import { apiPath, oaiPath } from "../site.js"

type Html = ReturnType<typeof html>

/** What to know before the first request and what comes after it, in a few minutes: every line for the shell works as it stands. */
export function guide(siteUrl: string): Html {
  const api = siteUrl + apiPath
  return html`<section id="guide" aria-labelledby="guide-title">
<h2 id="guide-title">Guide</h2>
<h3>The first request</h3>
${curl(`'${api}/items?limit=5'`)}
<p>gives the five newest items as JSON: <code>items</code>, <code>total</code> (how many there are on all pages) and
<code>next</code> (where the next page begins). An item alone is at <code>${apiPath}/items/{id}</code>, which never changes, and at
its readable address. There is no key, no account, and any web page may ask too (CORS).</p>

<h3>Filters</h3>
${curl(`'${api}/items?topic=prisons&country=FR,BE&not.kind=event'`)}
<p>Several values of a filter, between commas, mean any of them; several filters mean all of them; <code>not.</code> means none.
The ids of topics, bodies and types are in <a href="${apiPath}/vocabularies">the vocabularies</a>.
<code>facets=topic,country</code> counts what a list can be narrowed to, and offers nothing that leads to an empty one.
<code>q</code> searches: words, <code>"a phrase"</code>, <code>-not</code>, <code>title:word</code>. A value that no item has is
named in <code>unmatched</code>, with the one that was probably meant.</p>

<h3>Dates</h3>
${curl(`'${api}/events?when=2021-06..2021-09'`)}
<p>A day, a month, a year or a range: <code>2021-06-15</code>, <code>2021-06</code>, <code>2021</code>,
<code>2021-06..2021-09</code>, <code>..2021</code>. <code>issued</code> is when the organisation says that it published something,
<code>when</code> when it takes place (also <code>upcoming</code> and <code>past</code>), <code>updated</code> the last change
here. Dates are EDTF and as exact as they were said: a month stays a month. No date is ever made up: an item without one is in
every list, comes last, and is found by <code>missing=issued</code>. <code>issuedBounds</code> is concluded from neighbouring
items, and is no date of publication.</p>

<h3>Paging</h3>
${curl(`-i '${api}/items?topic=prisons&limit=100'`)}
<p>The next page is at the address in <code>Link</code> that has <code>rel="next"</code>, in every format; in JSON also as
<code>next</code>, to be sent as <code>cursor</code> with the other parameters as they were. No item is skipped and none comes twice,
even if items are written meanwhile. A page has up to 100 items where <code>limit</code> says so; without it 20, or ${whole}.
For everything there is, take <a href="#getSnapshot">snapshot.ndjson</a>: one request, however large the archive.</p>

<h3>Formats</h3>
${curl(`'${api}/publications.bib?topic=prisons'`)}
<p>Every list and every item comes in every format: by a suffix (${suffixes}), or without one by <code>Accept</code>.
<code>fields</code> and <code>profile</code> say how much of an item is wanted, in JSON, NDJSON and CSV.</p>

<h3>Errors</h3>
${curl(`'${api}/items?topik=prisons'`)}
<p>Every failure is JSON of one shape (<code>application/problem+json</code>, RFC 9457). 422 says which parameter is wrong and what
was probably meant; nothing that is misspelt is passed over. 404 names the nearest address that there is; 410 says when and why an
item was removed; 301 leads to where an item is now. <code>X-Request-Id</code> is what to tell us if something fails.</p>

<h3>Following what changes</h3>
${curl(`'${api}/changes?limit=10'`)}
<p>The log, oldest first, deletions included; ask again with <code>next</code> as <code>since</code>. To keep a copy: take the
snapshot once, then the changes from its <code>next</code>. <code>wait=60</code> holds an empty answer back until something happens, and
<code>Accept: text/event-stream</code> gives a stream of events. For people there are feeds and calendars of any list
(<code>.atom</code>, <code>.rss</code>, <code>.ics</code>); for libraries OAI-PMH at <code>${oaiPath}</code>. Whoever asks again for
the same sends the answer's <code>ETag</code> as <code>If-None-Match</code>, and is told 304 as long as it holds.</p>

<h3>Limits</h3>
<p>How often you may ask is in <code>RateLimit-Policy</code>, and what is left in <code>RateLimit</code>, where there is a limit. Beyond
it you are told 429, and in <code>Retry-After</code> how many seconds to wait. You may wait for changes in ten places at once. An
address has at most 8,000 characters, a <code>q</code> 200, a filter 50 values.</p>
</section>`
}

const curl = (asked: string): Html => html`<pre tabindex="0"><code>curl ${asked}</code></pre>`

const [first, ...rest] = formats.filter(({ usualLimit }) => usualLimit !== undefined)
/** How long lists are in the formats that people take whole. */
const whole = first
  ? `${first.usualLimit} in ${[first, ...rest].map(({ title }) => title).join(", ")}`
  : "in any format"

const suffixes = formats.map(({ extension }) => `.${extension}`).join(" ")
