/** The words that a body needs beside its own: the name of a region with a table, the heading of notes, the way back from one. */
export type Words = { table: string; footnotes: string; backToText: string }

const words: Record<string, Words> = {
  de: { table: "Tabelle", footnotes: "Anmerkungen", backToText: "Zurück zum Text" },
  en: { table: "Table", footnotes: "Notes", backToText: "Back to the text" },
  es: { table: "Tabla", footnotes: "Notas", backToText: "Volver al texto" },
  fr: { table: "Tableau", footnotes: "Notes", backToText: "Retour au texte" },
  it: { table: "Tabella", footnotes: "Note", backToText: "Torna al testo" },
}

/** Those of a language (BCP 47), by its first subtag; of any other English ones. */
export const wordsIn = (locale: string): Words => words[locale.split("-", 1)[0] ?? ""] ?? (words["en"] as Words)
