/** What is said of what takes place, in the words of a language. */
type EventWords = {
  /** schema.org's words for an event that does not take place as it was planned; open. */
  status: Record<string, string>
  /** A title after what became of it. */
  before: (word: string, title: string) => string
  online: string
  /** Of what was put off and still has the dates that it had. */
  formerDates: string
}

/** The words of a language (BCP 47), by its first subtag; of any other English ones. */
export const eventWordsIn = (locale: string): EventWords => words.get(locale.split("-", 1)[0] ?? "") ?? english

const colon = (word: string, title: string) => `${word}: ${title}`

const english: EventWords = {
  status: {
    EventCancelled: "Cancelled",
    EventPostponed: "Postponed",
    EventRescheduled: "Rescheduled",
    EventMovedOnline: "Moved online",
  },
  before: colon,
  online: "Online",
  formerDates: "Postponed: these are the former dates, and new ones are not known yet.",
}

const words: ReadonlyMap<string, EventWords> = new Map(
  Object.entries<EventWords>({
    fr: {
      status: {
        EventCancelled: "Annulé",
        EventPostponed: "Reporté",
        EventRescheduled: "Nouvelles dates",
        EventMovedOnline: "Déplacé en ligne",
      },
      before: (word, title) => `${word} : ${title}`,
      online: "En ligne",
      formerDates: "Reporté : ces dates sont les anciennes, et les nouvelles ne sont pas encore connues.",
    },
    de: {
      status: {
        EventCancelled: "Abgesagt",
        EventPostponed: "Verschoben",
        EventRescheduled: "Neue Termine",
        EventMovedOnline: "Findet online statt",
      },
      before: colon,
      online: "Online",
      formerDates: "Verschoben: Dies ist der frühere Termin, ein neuer ist noch nicht bekannt.",
    },
    es: {
      status: {
        EventCancelled: "Cancelado",
        EventPostponed: "Aplazado",
        EventRescheduled: "Nuevas fechas",
        EventMovedOnline: "Se celebra en línea",
      },
      before: colon,
      online: "En línea",
      formerDates: "Aplazado: estas son las fechas anteriores, y las nuevas aún no se conocen.",
    },
    it: {
      status: {
        EventCancelled: "Annullato",
        EventPostponed: "Rinviato",
        EventRescheduled: "Nuove date",
        EventMovedOnline: "Si tiene online",
      },
      before: colon,
      online: "Online",
      formerDates: "Rinviato: queste sono le date precedenti, e le nuove non sono ancora note.",
    },
  }),
)
