import type { ItemQuery, State } from "@pg/domain"
import type { StaticPage, SubjectFilter } from "../segments.js"

/** What a sentence says of a question: one phrase for each filter, put after "12 items". */
type Phrases = Record<
  "q" | "topic" | "country" | "body" | "person" | "series" | "type" | "issued" | "when" | "updated" | "locale" | "not",
  (value: string) => string
>

/** What a timeline says of one date: by what it counts, and what of that which has none; `none` is what has none, alone. */
type TimelineWords = {
  by: Record<"month" | "year", (span: string) => string>
  none: string
  undated: (count: string) => string
  explain: string
}

/** Every word of the site's own that no kind of item owns. Each language has them all, or it does not compile. */
export type Messages = {
  /** The language's own name. */
  name: string
  site: { name: string; part: string; title: string; description: string; tagline: string }
  skip: string
  menu: string
  search: string
  languages: string
  /** Of a search field; in `count` the number stands in the place of #. */
  suggestions: { label: string; count: string }
  footer: {
    menu: string
    about: string
    source: string
    docs: string
    data: string
    feed: string
    print: string
  }
  list: {
    all: (count: string, isOne: boolean) => string
    description: (title: string) => string
    first: string
    next: string
    paging: string
    remove: (phrase: string) => string
    removeAll: string
    allLanguages: string
    inEveryLanguage: string
    inAllLanguages: string
    onlyIn: (language: string) => string
    noneHere: string
    noneFor: (words: string) => string
    tryThis: string
    tryFewer: string
    everything: string
    wholeList: string
    withoutThis: (name: string) => string
    elsewhere: (count: string) => string
    atLeast: (count: string) => string
    didYouMean: (words: string) => string
    sameAs: (short: string, long: string) => string
    formats: string
    feedTitle: (title: string) => string
  }
  filters: {
    open: string
    words: string
    kind: string
    type: string
    topic: string
    country: string
    body: string
    issued: string
    when: string
    dateHint: string
    locale: string
    sort: string
    any: string
    undatedOnly: string
    apply: string
  }
  timeline: Record<"issued" | "when", TimelineWords> & {
    bar: (date: string, count: string) => string
    before: (year: string) => string
    after: (year: string) => string
    all: string
    asText: string
  }
  follow: {
    title: string
    description: string
    thisList: string
    feedIs: string
    calendarIs: string
    as: string
    make: string
    addresses: string
    feed: (format: string) => string
    feedUse: string
    calendar: string
    calendarUse: string
    notInCalendar: (count: string, isOne: boolean) => string
    subscribe: string
    query: string
    queryUse: string
    open: (title: string) => string
    now: string
    nothingYet: string
    whole: string
  }
  sorts: Record<NonNullable<ItemQuery["sort"]>, string>
  missing: Record<NonNullable<ItemQuery["missing"]>[number], string>
  phrases: Phrases
  /** Words that stand for a range of dates, as in `when=upcoming`. */
  whens: Record<string, string>
  or: string
  wrong: {
    heading: string
    unknown: (parameter: string) => string
    value: (value: string, parameter: string) => string
    cursor: string
    meant: (suggestion: string) => string
    without: string
  }
  homePage: {
    lead: string
    news: string
    moreNews: string
    upcoming: string
    past: string
    moreEvents: string
    publications: string
    morePublications: string
    topics: string
    moreTopics: string
    empty: string
    otherLanguage: string
    follow: string
    followText: string
  }
  subjects: {
    /** Of all of one sort, and of one of them. */
    titles: Record<SubjectFilter, string>
    ones: Record<SubjectFilter, string>
    menu: string
    description: (title: string) => string
    ordinal: (number: string) => string
    /** What it is, where no vocabulary says more. */
    explain: Record<Exclude<SubjectFilter, "topic">, string>
    also: (words: string) => string
    none: string
    otherLanguage: string
    elsewhere: (count: string) => string
    undated: (count: string) => string
    all: (count: string) => string
    past: string
    noDates: string
    together: string
    togetherText: string
    follow: string
    feed: string
    calendar: string
    list: string
    noneYet: string
    more: (count: string) => string
    nothing: string
  }
  pages: Record<StaticPage, { title: string; description: string }>
  contact: { heading: string; text: string }
  item: {
    undated: string
    online: string
    andOnline: (place: string) => string
    topics: string
    countries: string
    bodies: string
    people: string
    about: string
    files: string
    fileNotNamed: string
    links: string
    otherLanguages: string
    originalIn: (language: string) => string
    formats: string
    permanent: string
    updated: string
    cut: string
    credit: string
  }
  /** What stands below an item's text. */
  record: {
    cite: string
    otherCitations: string
    calendar: string
    source: string
    since: string
    history: string
    published: string
    publishedAgain: string
    takenFrom: (name: string) => string
    changed: string
    corrected: string
    cancelled: string
    postponed: string
    rescheduled: string
    withdrawn: string
    /** Before the note that says why. */
    note: (what: string) => string
    /** What stands for a picture that is text: its words. */
    card: (text: string) => string
    code: string
  }
  /** The language as those have it who show a page elsewhere: with a country. */
  territory: string
  /** By relation name; `other` for one that this version does not know. */
  relations: Record<string, string> & { other: string }
  reading: {
    heading: string
    explain: string
    rest: (most: number) => string
    readAs: string
    reasons: string
    noReasons: string
    /** A rule, which an item names in English; undefined where there are no words for it. */
    rule: (rule: string) => string | undefined
    retrieved: (name: string) => string
    original: string
  }
  /** Names of fields by the first part of their path. */
  fields: Record<string, string>
  /** Above an item that is not public yet, for whoever has a link that shows it for a while. */
  preview: {
    title: string
    states: Record<State, string>
    publishAt: string
    expires: string
    over: string
    overText: string
  }
  failure: {
    notFound: string
    notFoundText: string
    notFoundSearch: string
    perhaps: string
    removed: string
    removedText: Record<"withdrawn" | "gone" | "merged", string>
    removedOn: string
    reason: string
    requestId: string
    onlyRead: string
    onlyReadText: string
    openPage: string
    error: string
    errorText: string
    unavailable: string
    unavailableText: string
    again: string
    toHome: string
  }
}
