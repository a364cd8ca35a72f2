import type { Asking } from "./asking.js"
import type { Island } from "./assets.js"
import type { JSX } from "solid-js"
import type { PageLocale } from "./messages/languages.js"

/** One request for a page. `slug` is that of the address, empty where it has none. */
export type Visit = {
  client: Asking
  locale: PageLocale
  url: URL
  slug: string
  siteUrl: string
  /** The day it is where the organisation sits, YYYY-MM-DD; absent where nobody gave the reader a clock. */
  today?: string | undefined
  /** Where whoever runs the site can be written to. */
  adminEmail?: string | undefined
}

/** What a page that is no success is answered with. */
export type FailureStatus = 404 | 405 | 410 | 422 | 500 | 503

/** A page, ready to be rendered. Addresses are paths within the site. */
export type View = {
  status?: 200 | FailureStatus
  title: string
  description?: string | undefined
  /** Where this content has its one address; absent on a page that is nobody's address. */
  canonical?: string | undefined
  /** Whether it is for whoever has its address alone: no cache is to keep it. */
  isPrivate?: true
  /** Where each language of the pages leads from here. */
  alternates: Record<PageLocale, string>
  /** The languages in which there is this very content; those of all pages where it is absent. */
  versions?: readonly PageLocale[]
  /** The feed to follow from here. */
  feed?: { path: string; title: string } | undefined
  /** The scripts that it has; none on most pages, nor on one that tells of a failure. */
  islands?: readonly Island[]
  /** What describes it to machines: the value of a Link header (RFC 8288), FAIR Signposting. */
  signposts?: string
  /** What it is where it is shared; a page of the newsroom where it is absent. */
  sharing?: Sharing
  content: () => JSX.Element
}

/** One thing that a page is about: for whoever shows it elsewhere. Dates are whole days or instants. */
export type Sharing = {
  /** Its picture, as `cardPath` has it. */
  card: string
  published?: string | undefined
  modified?: string | undefined
  /** Itself in JSON-LD. */
  data: string
  /** It in other formats, worth a name in the head. */
  forms: readonly { path: string; mediaType: string; title: string }[]
}

/** What a page's loader gives: a page, or where it has gone. */
export type Answer = View | { redirect: string; status: 301 | 302 }

/** Asks the API what a page needs, and says how the page looks. */
export type Load = (visit: Visit) => Promise<Answer>
