import type { ItemQuery, KindName } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import type { Messages } from "../messages/messages.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { isParameter, type Wrong } from "../question.js"

/** Says what of an address is no question, what was probably meant, and leads to the list without it. */
export function WrongQuestion(props: {
  asked: ItemQuery
  kind?: KindName | undefined
  wrong: readonly Wrong[]
  /** Where the question without it leads; to the list where it is absent. */
  path?: string
}): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <section class="wrong" role="alert">
      <h2>{messages.wrong.heading}</h2>
      <ul>
        <For each={props.wrong}>
          {(wrong) => (
            <li>
              <bdi>{sentence(wrong, messages)}</bdi>
              <Show when={wrong.suggestion}>{(suggestion) => ` ${messages.wrong.meant(suggestion())}`}</Show>
            </li>
          )}
        </For>
      </ul>
      <p>
        <a href={props.path ?? listPath(locale, props.kind, props.asked)}>{messages.wrong.without}</a>
      </p>
    </section>
  )
}

function sentence({ parameter, value }: Wrong, { wrong }: Messages): string {
  if (parameter === "cursor") return wrong.cursor
  return isParameter(parameter) ? wrong.value(value.slice(0, 60), parameter) : wrong.unknown(parameter)
}
