import { formats } from "@pg/formats"
import { For, type JSX, Show } from "solid-js"
import { takingPlace } from "../kinds/views.js"
import { usePage } from "../page-context.js"
import { apiListPath, listPath } from "../paths.js"
import { type Subject, valuesOf } from "./subject.js"

/** The ways to hear of what is new on a subject: a feed, its events as a calendar, the list, and all formats that there are. */
export function FollowSubject(props: Subject): JSX.Element {
  const { locale, messages } = usePage()
  const words = messages.subjects
  const kinds = takingPlace()
  const takesPlace = () =>
    valuesOf(props.parts.all, "kind").some(({ value, count }) => kinds.some((kind) => kind === value) && count > 0)
  return (
    <section class="follow">
      <h2>{words.follow}</h2>
      <ul>
        <li>
          <a href={apiListPath(".atom", props.apiQuery)} type="application/atom+xml">
            {words.feed}
          </a>
        </li>
        <Show when={takesPlace()}>
          <li>
            <a href={apiListPath(".ics", { ...props.apiQuery, kind: kinds })} type="text/calendar">
              {words.calendar}
            </a>
          </li>
        </Show>
        <li>
          <a href={listPath(locale, undefined, props.query)}>{words.list}</a>
        </li>
      </ul>
      <ul class="as" aria-label={messages.item.formats}>
        <For each={formats}>
          {({ extension, mediaType, title }) => (
            <li>
              <a href={apiListPath(`.${extension}`, props.apiQuery)} type={mediaType}>
                {title}
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
