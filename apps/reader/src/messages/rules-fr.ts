/**
 * In French, the rules by which the importer decides what no character of a source states: an item says them in English.
 * Undefined for one that this version does not know.
 */
export const ruleInFrench = (rule: string): string | undefined => rules.get(rule)

const events = {
  "an executive training": "une formation de cadres",
  "a meeting of an expert group": "une réunion d’un groupe d’experts",
  "a ministerial conference": "une conférence ministérielle",
  "a side event": "un événement parallèle",
  "a symposium": "un symposium",
  "a round table": "une table ronde",
  "a webinar": "un webinaire",
  "a seminar": "un séminaire",
  "a workshop": "un atelier",
  "a conference": "une conférence",
  "a course": "un cours",
  "a training": "une formation",
  "a meeting": "une réunion",
}

const documents = {
  "a handbook": "un manuel",
  "a manual": "un guide",
  "a toolkit": "une boîte à outils",
  "a brochure": "une brochure",
  guidelines: "des lignes directrices",
  "a report": "un rapport",
  "a study": "une étude",
}

/** De with an article: « d’un rapport », « de lignes directrices ». */
const of = (noun: string) => (noun.startsWith("des ") ? `de ${noun.slice(4)}` : `d’${noun}`)

const rules: ReadonlyMap<string, string> = new Map([
  ...Object.entries(events).flatMap(([english, french]): [string, string][] => [
    [`the heading invites to ${english}`, `le titre invite à ${french}`],
    [`the heading reports on ${english}`, `le titre rend compte ${of(french)}`],
    [`the heading names ${english}`, `le titre nomme ${french}`],
  ]),
  ...Object.entries(documents).flatMap(([english, french]): [string, string][] => [
    [`the heading says that ${english} is out`, `le titre annonce la parution ${of(french)}`],
    [`the heading names ${english}`, `le titre nomme ${french}`],
  ]),
  ["the heading is an obituary's", "le titre est celui d’une notice nécrologique"],
  [
    "the heading calls for applications to a course or training",
    "le titre appelle à candidatures pour un cours ou une formation",
  ],
  ["the heading is a call", "le titre est un appel"],
  ["the heading is an interview's", "le titre est celui d’un entretien"],
  ["the heading reports a decision", "le titre rend compte d’une décision"],
  ["the heading announces a publication", "le titre annonce une publication"],
  ["the heading is about membership", "le titre porte sur une adhésion"],
  ["the heading reports a signature", "le titre rend compte d’une signature"],
  ["the heading reports an appointment", "le titre rend compte d’une nomination"],
  ["the heading reports that someone took part", "le titre rend compte d’une participation"],
  ["the heading reports a visit", "le titre rend compte d’une visite"],
  ["the heading is a statement's", "le titre est celui d’une déclaration"],
  ["the heading is about a presidency", "le titre porte sur une présidence"],
  ["the heading names an observance", "le titre nomme une journée internationale"],
  [
    "a course or training is in the heading, and its launch is reported",
    "un cours ou une formation figure dans le titre, et le texte dit son lancement",
  ],
  ["the text says that a statement was drafted", "le texte dit qu’une déclaration a été rédigée"],
  ["the text is about a research project", "le texte porte sur un projet de recherche"],
  ["the heading is about an anniversary", "le titre porte sur un anniversaire"],
  [
    "the dateline gives the days of an event that the heading does not name",
    "la ligne de date donne les jours d’un événement que le titre ne nomme pas",
  ],
  ["the text looks back on an anniversary", "le texte revient sur un anniversaire"],
  ["no rule says otherwise", "aucune règle ne dit autre chose"],
  [
    "an event's date with a place means attendance there",
    "la date d’un événement, avec un lieu, veut dire qu’on s’y rend",
  ],
  [
    "a date beside a way to attend is the event's",
    "une date à côté d’une manière de participer est celle de l’événement",
  ],
  ["a range of dates is the event's", "une suite de jours est celle de l’événement"],
  [
    "a date after the day on which the listing was read is the event's",
    "une date postérieure au jour où la liste a été lue est celle de l’événement",
  ],
  [
    "a date with hours from and to is the event's",
    "une date avec des heures de début et de fin est celle de l’événement",
  ],
  [
    "a date that stands in a heading too is the event's",
    "une date qui figure aussi dans un titre est celle de l’événement",
  ],
  [
    "a date that stands out of the order of the list is the event's",
    "une date hors de l’ordre de la liste est celle de l’événement",
  ],
  [
    "a date is the day of issue where nothing says otherwise",
    "une date est celle de la publication si rien ne dit autre chose",
  ],
])
