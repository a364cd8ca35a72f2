import type { PageLocale } from "../messages/languages.js"

/** The words of the ways to look at events. `events` is a number of them in words, "12 events"; dates are in words too. */
export type EventViewWords = {
  views: string
  list: string
  agenda: string
  month: string
  map: string
  times: string
  all: string
  upcoming: string
  past: string
  agendaTitle: string
  agendaDescription: string
  /** After a number of events. */
  comingUp: string
  over: string
  nothing: string
  begun: string
  noMonth: (year: string) => string
  goesOn: (month: string) => string
  undated: (events: string, isOne: boolean) => string
  calendarTitle: (month: string) => string
  calendarDescription: (month: string) => string
  caption: (month: string) => string
  inMonth: (month: string) => string
  months: string
  nearest: (present: string) => string
  nearestWithEvents: (month: string) => string
  presentMonth: string
  dayOf: (day: string, days: string) => string
  more: (count: string) => string
  moreThanFit: (shown: string) => string
  sometime: (month: string) => string
  /** Above what goes on in a month of which no part is in it. */
  meanwhile: (month: string) => string
  noSuchMonth: (month: string) => string
  noSuchMonthText: string
  toCalendar: string
  mapTitle: string
  mapDescription: string
  europe: string
  world: string
  /** After the name of a country. */
  inCountry: (country: string, events: string) => string
  /** `placed` is how many of the events they are, absent where they are all. */
  inCountries: (countries: number, placed?: string) => string
  byCountry: string
  /** `reasons` are how many of them for which reason, in words; empty where that is not known. */
  nowhere: (events: string, isOne: boolean, reasons: string) => string
  online: (count: string, isOne: boolean) => string
  noCountry: (count: string, isOne: boolean) => string
  noPlace: string
  smallPrint: string
  shapes: string
}

export const eventViewWords: Record<PageLocale, EventViewWords> = {
  en: {
    views: "Ways to look at the events",
    list: "List",
    agenda: "Agenda",
    month: "Month",
    map: "Map",
    times: "When",
    all: "All",
    upcoming: "Coming up",
    past: "Past",
    agendaTitle: "Agenda",
    agendaDescription: "Events of the Pompidou Group in the order in which they take place, by month.",
    comingUp: "coming up",
    over: "that are over",
    nothing: "There are no events here to show just now.",
    begun: "Already begun",
    noMonth: (year) => `${year}, month not stated`,
    goesOn: (month) => `goes on into ${month}`,
    undated: (events, isOne) => `${events} ${isOne ? "states" : "state"} no dates`,
    calendarTitle: (month) => `Events in ${month}`,
    calendarDescription: (month) => `The events of the Pompidou Group in ${month}, day by day.`,
    caption: (month) => `${month}, day by day: what lasts several days stands on each of them`,
    inMonth: (month) => `in ${month}`,
    months: "Months",
    nearest: (present) => `There are no events in ${present}: this is the nearest month that has some.`,
    nearestWithEvents: (month) => `Nearest with events: ${month}`,
    presentMonth: "This month",
    dayOf: (day, days) => `day ${day} of ${days}`,
    more: (count) => `and ${count} more`,
    moreThanFit: (shown) => `Only the first ${shown} are shown here; the list has them all.`,
    sometime: (month) => `Sometime in ${month}`,
    meanwhile: (month) => `Going on, with no session in ${month}`,
    noSuchMonth: (month) => `There is no month “${month}”`,
    noSuchMonthText: "A month is written as its year and its number, as in 2021-06 for June 2021.",
    toCalendar: "To the calendar",
    mapTitle: "Where events take place",
    mapDescription:
      "The events of the Pompidou Group by the countries in which they take place or which they are about.",
    europe: "Europe and the Mediterranean",
    world: "Elsewhere in the world",
    inCountry: (country, events) => `${country}: ${events}`,
    inCountries: (countries, placed) =>
      `${placed === undefined ? "" : `, ${placed} of them `}in or about ${countries} ${countries === 1 ? "country" : "countries"}`,
    byCountry: "By country",
    nowhere: (events, isOne, reasons) =>
      `${events} ${isOne ? "has" : "have"} no place on the map${reasons === "" ? "" : `: ${reasons}`}.`,
    online: (count, isOne) => `${count} ${isOne ? "takes" : "take"} place online`,
    noCountry: (count, isOne) => `${count} ${isOne ? "does" : "do"} not say in which country`,
    noPlace: "Events that state no place",
    smallPrint:
      "The area of a circle is as the number of events. What takes place in several countries counts in each.",
    shapes: "Outlines: Natural Earth, in the public domain.",
  },
  fr: {
    views: "Manières de voir les événements",
    list: "Liste",
    agenda: "Agenda",
    month: "Mois",
    map: "Carte",
    times: "Quand",
    all: "Tous",
    upcoming: "À venir",
    past: "Passés",
    agendaTitle: "Agenda",
    agendaDescription: "Les événements du Groupe Pompidou dans l’ordre où ils ont lieu, mois par mois.",
    comingUp: "à venir",
    over: "passés",
    nothing: "Il n’y a aucun événement à montrer ici.",
    begun: "Déjà commencés",
    noMonth: (year) => `${year}, mois non indiqué`,
    goesOn: (month) => `se poursuit en ${month}`,
    undated: (events, isOne) => `${events} ${isOne ? "n’indique" : "n’indiquent"} pas de dates`,
    calendarTitle: (month) => `Événements, ${month}`,
    calendarDescription: (month) => `Les événements du Groupe Pompidou jour par jour, ${month}.`,
    caption: (month) => `${capitalised(month)}, jour par jour\u00a0: ce qui dure plusieurs jours figure à chacun d’eux`,
    inMonth: (month) => `en ${month}`,
    months: "Mois",
    nearest: (present) => `Il n’y a pas d’événement en ${present}\u00a0: voici le mois le plus proche qui en ait.`,
    nearestWithEvents: (month) => `Le plus proche qui en ait\u00a0: ${month}`,
    presentMonth: "Mois en cours",
    dayOf: (day, days) => `jour ${day} sur ${days}`,
    more: (count) => `et ${count} de plus`,
    moreThanFit: (shown) => `Seuls les ${shown} premiers figurent ici\u202f; la liste les a tous.`,
    sometime: (month) => `Dans le courant du mois, ${month}`,
    meanwhile: (month) => `En cours, sans session en ${month}`,
    noSuchMonth: (month) => `Il n’y a pas de mois «\u00a0${month}\u00a0»`,
    noSuchMonthText: "Un mois s’écrit par son année et son numéro, comme 2021-06 pour juin 2021.",
    toCalendar: "Vers le calendrier",
    mapTitle: "Où ont lieu les événements",
    mapDescription: "Les événements du Groupe Pompidou par pays où ils ont lieu ou dont ils traitent.",
    europe: "Europe et Méditerranée",
    world: "Ailleurs dans le monde",
    inCountry: (country, events) => `${country}\u00a0: ${events}`,
    inCountries: (countries, placed) =>
      `${placed === undefined ? "" : `dont ${placed} `}dans ${countries === 1 ? "un pays ou à son" : `${countries} pays ou à leur`} sujet`,
    byCountry: "Par pays",
    nowhere: (events, isOne, reasons) =>
      `${events} ${isOne ? "n’a" : "n’ont"} pas de lieu sur la carte${reasons === "" ? "" : `\u00a0: ${reasons}`}.`,
    online: (count, isOne) => `${count} ${isOne ? "a" : "ont"} lieu en ligne`,
    noCountry: (count, isOne) => `${count} ${isOne ? "ne dit" : "ne disent"} pas dans quel pays`,
    noPlace: "Les événements qui n’indiquent pas de lieu",
    smallPrint: "L’aire d’un cercle suit le nombre d’événements. Ce qui a lieu dans plusieurs pays compte dans chacun.",
    shapes: "Contours\u00a0: Natural Earth, domaine public.",
  },
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
