import type { ItemQuery } from "@pg/domain"
import { For, type JSX } from "solid-js"
import { usePage } from "../page-context.js"
import { agendaPath, calendarPath, mapPath } from "../paths.js"
import { eventViewWords } from "./words.js"

/** From elsewhere to the events by day, by month and by place; `isOver` where none is to come, for an agenda begins today. */
export function WaysToEvents(props: { query: ItemQuery; isOver: boolean }): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  const { query } = props
  const ways = [
    [agendaPath(locale, props.isOver ? { ...query, when: "past" } : query), words.agenda],
    [calendarPath(locale, undefined, query), words.month],
    [mapPath(locale, query), words.map],
  ] as const
  return (
    <ul class="ways" aria-label={words.views}>
      <For each={ways}>
        {([path, name]) => (
          <li>
            <a href={path}>{name}</a>
          </li>
        )}
      </For>
    </ul>
  )
}
