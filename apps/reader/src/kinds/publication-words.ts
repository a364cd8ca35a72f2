import type { PageLocale } from "../messages/languages.js"
import type { KindWords } from "./kind-words.js"

type PublicationWords = KindWords & {
  issued: string
  reference: string
  isbn: string
  doi: string
  contributors: string
  publisher: string
  languages: string
  edition: string
  pages: string
  files: string
  roles: Record<string, string>
}

/** The words of publications. */
export const publicationWords: Record<PageLocale, PublicationWords> = {
  en: {
    title: "Publications",
    one: "Publication",
    count: (count, isOne) => `${count} ${isOne ? "publication" : "publications"}`,
    issued: "Published",
    reference: "Reference",
    isbn: "ISBN",
    doi: "DOI",
    contributors: "By",
    publisher: "Publisher",
    languages: "Languages",
    edition: "Edition",
    pages: "Pages",
    files: "Read it",
    roles: { author: "author", editor: "editor", translator: "translator" },
    types: {
      brochure: "brochure",
      guideline: "guideline",
      handbook: "handbook",
      manual: "manual",
      report: "report",
      statement: "statement",
      study: "study",
      toolkit: "toolkit",
    },
  },
  fr: {
    title: "Publications",
    one: "Publication",
    count: (count, isOne) => `${count} ${isOne ? "publication" : "publications"}`,
    issued: "Parution",
    reference: "Référence",
    isbn: "ISBN",
    doi: "DOI",
    contributors: "Par",
    publisher: "Éditeur",
    languages: "Langues",
    edition: "Édition",
    pages: "Pages",
    files: "Lire",
    roles: { author: "auteur", editor: "direction", translator: "traduction" },
    types: {
      brochure: "brochure",
      guideline: "lignes directrices",
      handbook: "manuel",
      manual: "guide",
      report: "rapport",
      statement: "déclaration",
      study: "étude",
      toolkit: "boîte à outils",
    },
  },
}
