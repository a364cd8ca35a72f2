import type { ItemQuery } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { partsOf } from "../components/asked.js"

/** What a view shows, in words: how many, of what and when, and each further condition with a way to take it away. */
export function Conditions(props: {
  count: string
  what: string
  asked: ItemQuery
  pathOf: (query: ItemQuery) => string
}): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <div class="asked">
      <p>
        <strong>{props.count}</strong>
        {/^,|^$/.test(props.what) ? "" : " "}
        {props.what}
        <For each={partsOf(props.asked, "event", locale, messages)}>
          {(part) => (
            <>
              {", "}
              <span class="part">
                {part.text}
                <Show when={part.without}>
                  {(without) => (
                    <a class="remove" href={props.pathOf(without())} aria-label={messages.list.remove(part.text)}>
                      <span aria-hidden="true">×</span>
                    </a>
                  )}
                </Show>
              </span>
            </>
          )}
        </For>
      </p>
    </div>
  )
}
