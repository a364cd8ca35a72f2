import type { ItemQuery } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { eventViewWords } from "./words.js"
import { usePage } from "../page-context.js"
import { agendaPath, calendarPath, listPath, mapPath } from "../paths.js"

type EventViewsProps = {
  view: "list" | "agenda" | "month" | "map"
  asked: ItemQuery
  /** Where each time leads from here, as `when` has it, and whether it is shown; none where they make no sense. */
  times: readonly { name: "all" | "upcoming" | "past"; path: string; isCurrent: boolean }[]
}

/** The ways to look at the same events, and when they take place; each keeps what else is asked. */
export function EventViews(props: EventViewsProps): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  const pathsOf = ({ when, sort: _, limit: __, cursor: ___, ...asked }: ItemQuery) => {
    const rest = when === undefined ? asked : { ...asked, when }
    const month = /^\d{4}-\d\d/.exec(when ?? "")?.[0]
    return [
      { name: "list", path: listPath(locale, "event", rest) },
      { name: "agenda", path: agendaPath(locale, when === "upcoming" ? asked : rest) },
      { name: "month", path: calendarPath(locale, month, asked) },
      { name: "map", path: mapPath(locale, rest) },
    ] as const
  }
  return (
    <nav class="views" aria-label={words.views}>
      <ul>
        <For each={pathsOf(props.asked)}>
          {({ name, path }) => (
            <li>
              <a href={path} aria-current={name === props.view ? "page" : undefined}>
                {words[name]}
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.times.length > 0}>
        <ul aria-label={words.times}>
          <For each={props.times}>
            {({ name, path, isCurrent }) => (
              <li>
                <a href={path} aria-current={isCurrent ? "true" : undefined}>
                  {words[name]}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </nav>
  )
}

/** The views as they stand over the list of events. */
export function ListViews(props: { asked: ItemQuery }): JSX.Element {
  const { locale } = usePage()
  const { when, sort: _, cursor: __, ...asked } = props.asked
  const times = (
    [
      ["all", asked],
      ["upcoming", { ...asked, when: "upcoming", sort: "when" }],
      ["past", { ...asked, when: "past", sort: "-when" }],
    ] as const
  ).map(([name, query]) => ({
    name,
    path: listPath(locale, "event", query),
    isCurrent: (when ?? "all") === name,
  }))
  return <EventViews view="list" asked={props.asked} times={times} />
}
