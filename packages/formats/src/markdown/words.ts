import type { FormatLocale } from "@pg/domain"

/** What is said of an item, by the label in front of it. */
export type Fact =
  | "when"
  | "where"
  | "published"
  | "registration"
  | "sessions"
  | "organisers"
  | "by"
  | "publisher"
  | "reference"
  | "edition"
  | "pages"
  | "topics"
  | "countries"
  | "bodies"
  | "people"
  | "files"
  | "links"
  | "page"

/** What a document says in its own words. `label` has its colon. */
type Words = {
  label: (fact: Fact) => string
  undated: (bounds: string) => string
  online: string
  opens: (date: string) => string
  closes: (date: string) => string
  items: (count: number, isAtLeast: boolean) => string
  more: string
}

const english: Record<Fact, string> = {
  when: "When",
  where: "Where",
  published: "Published",
  registration: "Registration",
  sessions: "Sessions",
  organisers: "Organised by",
  by: "By",
  publisher: "Publisher",
  reference: "Reference",
  edition: "Edition",
  pages: "Pages",
  topics: "Topics",
  countries: "Countries",
  bodies: "Bodies",
  people: "People",
  files: "Files",
  links: "Links",
  page: "Web page",
}

const french: Record<Fact, string> = {
  when: "Dates",
  where: "Lieu",
  published: "Publication",
  registration: "Inscription",
  sessions: "Sessions",
  organisers: "Organisation",
  by: "Par",
  publisher: "Éditeur",
  reference: "Référence",
  edition: "Édition",
  pages: "Pages",
  topics: "Thèmes",
  countries: "Pays",
  bodies: "Organismes",
  people: "Personnes",
  files: "Fichiers",
  links: "Liens",
  page: "Page web",
}

/** The words by language. */
export const words: Record<FormatLocale, Words> = {
  en: {
    label: (fact) => `**${english[fact]}:**`,
    undated: (bounds) => (bounds === "" ? "undated" : `undated (${bounds})`),
    online: "online",
    opens: (date) => `opens ${date}`,
    closes: (date) => `closes ${date}`,
    items: (count, isAtLeast) => `${isAtLeast ? "At least " : ""}${count} ${count === 1 ? "item" : "items"}`,
    more: "Next page",
  },
  fr: {
    label: (fact) => `**${french[fact]} :**`,
    undated: (bounds) => (bounds === "" ? "sans date" : `sans date (${bounds})`),
    online: "en ligne",
    opens: (date) => `ouverture : ${date}`,
    closes: (date) => `clôture : ${date}`,
    items: (count, isAtLeast) => `${isAtLeast ? "Au moins " : ""}${count} ${count < 2 ? "élément" : "éléments"}`,
    more: "Page suivante",
  },
}
