import type { PageLocale } from "../messages/languages.js"
import type { KindWords } from "./kind-words.js"

type NewsWords = KindWords & {
  /** Before the dates of what a piece of news reports. */
  reported: string
}

/** The words of news. */
export const newsWords: Record<PageLocale, NewsWords> = {
  en: {
    title: "News",
    one: "News",
    count: (count, isOne) => `${count} ${isOne ? "news item" : "news items"}`,
    reported: "event dates:",
    types: {
      announcement: "announcement",
      anniversary: "anniversary",
      appointment: "appointment",
      call: "call",
      "course-launch": "course launch",
      decision: "decision",
      "event-report": "event report",
      interview: "interview",
      membership: "membership",
      obituary: "obituary",
      observance: "observance",
      participation: "participation",
      presidency: "presidency",
      "research-project": "research project",
      signature: "signature",
      statement: "statement",
      visit: "visit",
    },
  },
  fr: {
    title: "Actualités",
    one: "Actualité",
    count: (count, isOne) => `${count} ${isOne ? "actualité" : "actualités"}`,
    reported: "dates de l’événement\u00a0:",
    types: {
      announcement: "annonce",
      anniversary: "anniversaire",
      appointment: "nomination",
      call: "appel",
      "course-launch": "lancement de formation",
      decision: "décision",
      "event-report": "compte rendu",
      interview: "entretien",
      membership: "adhésion",
      obituary: "hommage",
      observance: "journée internationale",
      participation: "participation",
      presidency: "présidence",
      "research-project": "projet de recherche",
      signature: "signature",
      statement: "déclaration",
      visit: "visite",
    },
  },
}
