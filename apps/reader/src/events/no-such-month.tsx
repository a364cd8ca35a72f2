import { plain } from "../components/plain.js"
import { eventViewWords } from "./words.js"
import type { PageLocale } from "../messages/languages.js"
import type { View } from "../page.js"
import { agendaPath, calendarPath } from "../paths.js"
import { homesIn } from "../pages/homes.js"

/** The calendar has no such month: how one is written, and where there is one. */
export function showNoSuchMonth(month: string, locale: PageLocale): View {
  const words = eventViewWords[locale]
  const title = words.noSuchMonth(plain(month.slice(0, 20)))
  return {
    status: 404,
    title,
    alternates: homesIn(),
    content: () => (
      <div class="failure">
        <p class="number">404</p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <p class="summary">{words.noSuchMonthText}</p>
        <p class="actions">
          <a class="action" href={calendarPath(locale)}>
            {words.toCalendar}
          </a>{" "}
          <a href={agendaPath(locale)}>{words.agenda}</a>
        </p>
      </div>
    ),
  }
}
