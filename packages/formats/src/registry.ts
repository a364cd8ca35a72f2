import { atom } from "./atom.js"
import { bibtex } from "./bibtex.js"
import { csl } from "./csl.js"
import { csv } from "./csv.js"
import type { Format } from "./format.js"
import { ics } from "./ics.js"
import { json } from "./json.js"
import { jsonFeed } from "./json-feed.js"
import { jsonLd } from "./json-ld.js"
import { markdown } from "./markdown.js"
import { ndjson } from "./ndjson.js"
import { ris } from "./ris.js"
import { rss } from "./rss.js"

/** Every format, the one to use when none is asked for first. A new format is added here. */
export const formats: readonly Format[] = [
  json,
  ndjson,
  csv,
  atom,
  rss,
  jsonFeed,
  ics,
  jsonLd,
  bibtex,
  ris,
  csl,
  markdown,
]
