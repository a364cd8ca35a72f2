/** What a text can say that decides what kind of item it is; the words for it are each language's data. */
export type Signal =
  | "adoption"
  | "anniversary"
  | "appointment"
  | "brochure"
  | "call"
  | "conference"
  | "course"
  | "draftedStatement"
  | "executive"
  | "expertGroup"
  | "guideline"
  | "handbook"
  | "interview"
  | "invitation"
  | "launch"
  | "manual"
  | "meeting"
  | "membership"
  | "ministerial"
  | "obituary"
  | "observance"
  | "participation"
  | "presidency"
  | "publication"
  | "release"
  | "report"
  | "reporting"
  | "researchProject"
  | "roundTable"
  | "seminar"
  | "sideEvent"
  | "signature"
  | "statement"
  | "study"
  | "symposium"
  | "toolkit"
  | "training"
  | "visit"
  | "webinar"
  | "workshop"

/**
 * What the importer knows of a language. All of it is data: case and accents are ignored, the words may come in any
 * order. To add a language, write one of these and put it on the list.
 */
export type Language = {
  locale: string
  /** From January to December: the name, then its abbreviations and other spellings. */
  months: readonly (readonly string[])[]
  /** From Monday to Sunday, likewise. */
  weekdays: readonly (readonly string[])[]
  /** What may follow the number of a day: 1st, 1er. */
  ordinals: readonly string[]
  /** What may stand before a day or between its parts: on the 15th of June. */
  articles: readonly string[]
  /** What may stand before a range only: from 15 to 16 June. */
  rangeStarts: readonly string[]
  /** What stands between the ends of a range. */
  rangeWords: readonly string[]
  /** What makes a date a limit, and so no dateline: until 15 June. */
  limits: readonly string[]
  /** What joins two days or two places: 15 and 16 June. */
  conjunctions: readonly string[]
  /** What may stand before a place: in Strasbourg. */
  placePrepositions: readonly string[]
  online: readonly string[]
  hybrid: readonly string[]
  inPerson: readonly string[]
  /** What may stand beside a way to attend and says no more: online event. */
  eventWords: readonly string[]
  /** The names of a dateline's slots, as in "Date: 15 June". */
  slotNames: readonly string[]
  /** Words of a page's machinery that leak into a dateline's label. */
  leakedWords: readonly string[]
  /** Words by which a label shows itself as the name of a body. */
  bodyWords: readonly string[]
  /** The links that end a block: Read more. */
  separators: readonly string[]
  /** Frequent words that few other languages have: they show which language a text is in. */
  frequent: readonly string[]
  signals: Readonly<Partial<Record<Signal, readonly string[]>>>
}
