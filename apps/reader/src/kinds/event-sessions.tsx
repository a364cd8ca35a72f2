import type { Event } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { WhenTime } from "../components/dates.js"
import { isSomewhere, Places } from "../components/places.js"
import { usePage } from "../page-context.js"
import { eventWords } from "./event-words.js"

/** The parts of an event, in its source's order: when, what, and where or online. */
export function Sessions(props: { item: Event }): JSX.Element {
  const words = eventWords[usePage().locale]
  return (
    <Show when={props.item.sessions.length > 0}>
      <section class="sessions">
        <h2>{words.sessions}</h2>
        <ol>
          <For each={props.item.sessions}>
            {(session) => (
              <li>
                <p class="margin">
                  <Show when={session.when} fallback={<span class="undated">{words.noDates}</span>}>
                    {(when) => (
                      <span class="date">
                        <WhenTime when={when()} />
                      </span>
                    )}
                  </Show>
                </p>
                <p>
                  <bdi>{session.title}</bdi>
                  <Show when={isSomewhere(session)}>
                    {" "}
                    <span class="quiet">
                      <Places where={session} />
                    </span>
                  </Show>
                </p>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}
