import type { Event } from "@pg/domain"
import type { PageLocale } from "../messages/languages.js"
import type { KindWords } from "./kind-words.js"
import type { RegistrationState } from "./registration-state.js"

type EventWords = KindWords & {
  noDates: string
  /** Before the date of publication of an event without dates. */
  announced: string
  when: string
  where: string
  issued: string
  attendance: string
  modes: Record<NonNullable<Event["eventAttendanceMode"]>, string>
  /** Of an event that takes place as planned there is nothing to say. */
  statuses: Record<Exclude<Event["eventStatus"], "EventScheduled">, string>
  organisers: string
  sessions: string
  registration: string
  registrationStates: Record<RegistrationState, string>
  /** Before the day from which, or until which, one can register. */
  from: string
  deadline: string
  register: string
  /** Of the address at which one registers, where one cannot now. */
  registrationPage: string
  opens: string
  closes: string
  audience: string
  fee: string
}

/** The words of events. */
export const eventWords: Record<PageLocale, EventWords> = {
  en: {
    title: "Events",
    one: "Event",
    count: (count, isOne) => `${count} ${isOne ? "event" : "events"}`,
    noDates: "dates not stated",
    announced: "published:",
    when: "When",
    where: "Where",
    issued: "Published",
    attendance: "Attendance",
    modes: {
      OfflineEventAttendanceMode: "on site",
      OnlineEventAttendanceMode: "online",
      MixedEventAttendanceMode: "on site and online",
    },
    statuses: {
      EventPostponed: "Postponed",
      EventRescheduled: "New dates",
      EventCancelled: "Cancelled",
      EventMovedOnline: "Moved online",
    },
    organisers: "Organisers",
    sessions: "Sessions",
    registration: "Registration",
    registrationStates: {
      soon: "Registration is not open yet",
      open: "Registration is open",
      closed: "Registration is closed",
    },
    from: "opens:",
    deadline: "deadline:",
    register: "Register",
    registrationPage: "Page for registration",
    opens: "Opens",
    closes: "Closes",
    audience: "For",
    fee: "Fee",
    types: {
      conference: "conference",
      course: "course",
      "course-call-for-applications": "call for applications",
      "executive-training": "executive training",
      "expert-group-meeting": "expert group meeting",
      meeting: "meeting",
      "ministerial-conference": "ministerial conference",
      observance: "observance",
      "round-table": "round table",
      seminar: "seminar",
      "side-event": "side event",
      symposium: "symposium",
      training: "training",
      webinar: "webinar",
      workshop: "workshop",
    },
  },
  fr: {
    title: "Événements",
    one: "Événement",
    count: (count, isOne) => `${count} ${isOne ? "événement" : "événements"}`,
    noDates: "dates non indiquées",
    announced: "publié\u00a0:",
    when: "Quand",
    where: "Où",
    issued: "Publication",
    attendance: "Participation",
    modes: {
      OfflineEventAttendanceMode: "sur place",
      OnlineEventAttendanceMode: "en ligne",
      MixedEventAttendanceMode: "sur place et en ligne",
    },
    statuses: {
      EventPostponed: "Reporté",
      EventRescheduled: "Nouvelles dates",
      EventCancelled: "Annulé",
      EventMovedOnline: "Se tient désormais en ligne",
    },
    organisers: "Organisateurs",
    sessions: "Sessions",
    registration: "Inscription",
    registrationStates: {
      soon: "Inscriptions pas encore ouvertes",
      open: "Inscriptions ouvertes",
      closed: "Inscriptions closes",
    },
    from: "ouverture\u00a0:",
    deadline: "date limite\u00a0:",
    register: "S’inscrire",
    registrationPage: "Page d’inscription",
    opens: "Ouverture",
    closes: "Clôture",
    audience: "Public",
    fee: "Frais",
    types: {
      conference: "conférence",
      course: "formation",
      "course-call-for-applications": "appel à candidatures",
      "executive-training": "formation de cadres",
      "expert-group-meeting": "réunion d’experts",
      meeting: "réunion",
      "ministerial-conference": "conférence ministérielle",
      observance: "journée internationale",
      "round-table": "table ronde",
      seminar: "séminaire",
      "side-event": "événement parallèle",
      symposium: "symposium",
      training: "formation",
      webinar: "webinaire",
      workshop: "atelier",
    },
  },
}
