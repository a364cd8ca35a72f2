import type { FormatLocale } from "@pg/domain"

/** What a calendar says in its own words. */
type Words = {
  /** How to attend online: the label of an address. */
  howToAttend: string
  closes: (title: string) => string
  undated: (count: number, url: string) => string
}

/** The words by language. */
export const words: Record<FormatLocale, Words> = {
  en: {
    howToAttend: "How to take part online",
    closes: (title) => `Registration closes: ${title}`,
    undated: (count, url) =>
      `${count} ${count === 1 ? "entry has" : "entries have"} no date that a calendar can hold and ${count === 1 ? "is" : "are"} not in this one: see ${url}`,
  },
  fr: {
    howToAttend: "Comment participer en ligne",
    closes: (title) => `Clôture des inscriptions : ${title}`,
    undated: (count, url) =>
      `${count} ${count === 1 ? "entrée n’a" : "entrées n’ont"} pas de date qu’un calendrier puisse contenir et n’y ${count === 1 ? "figure" : "figurent"} pas : voir ${url}`,
  },
}
