import type { ItemQuery } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { nameLanguage } from "../components/names.js"
import { usePage } from "../page-context.js"
import { everyLanguage } from "../question.js"
import { partsOf } from "../components/asked.js"

/** What a view shows, in words: how many, of what and when, and each further condition with a way to take it away; and the way to all languages. */
export function Conditions(props: {
  count: string
  what: string
  asked: ItemQuery
  pathOf: (query: ItemQuery) => string
}): JSX.Element {
  const { locale, messages } = usePage()
  const own = () => {
    const { locale: _, ...rest } = props.asked
    return rest
  }
  return (
    <div class="asked">
      <p>
        <strong>{props.count}</strong>
        {props.what.replace(/^(?=[^,])/, " ")}
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
      <ul>
        <li>
          <Show
            when={props.asked.locale}
            fallback={
              <a href={props.pathOf({ ...props.asked, locale: [everyLanguage] })}>{messages.list.inAllLanguages}</a>
            }
          >
            <a href={props.pathOf(own())}>{messages.list.onlyIn(nameLanguage(locale, locale))}</a>
          </Show>
        </li>
      </ul>
    </div>
  )
}
