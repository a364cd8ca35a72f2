import type { ItemQuery } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { followPath } from "../paths.js"
import { Choice } from "./fields.js"
import { allOf, filtersId, LanguageChoice, named, WordsField } from "./filter-choices.js"
import { unshown } from "./filters.js"
import { feeds, waysOf } from "./ways.js"

/**
 * What is to be followed, as a plain form. It offers every topic, country and body, those of which there is nothing yet too:
 * one may well wait for it. What it has no field for is asked on unseen.
 */
export function FollowForm(props: { asked: ItemQuery; as: string | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <form class="filters" id={filtersId} method="get" action={followPath(locale)}>
      <For each={["kind", "topic", "country", "body"] as const}>
        {(name) => (
          <Choice
            name={name}
            label={messages.filters[name]}
            chosen={props.asked[name]}
            options={allOf(name, undefined, locale)}
            nameOf={(value) => named(name, value, undefined, locale)}
          />
        )}
      </For>
      <LanguageChoice asked={props.asked} />
      <WordsField asked={props.asked} />
      <Choice
        name="as"
        label={messages.follow.as}
        chosen={[props.as === feeds[0] ? [] : (props.as ?? [])].flat()}
        any={waysOf(locale)[0]?.title ?? ""}
        options={waysOf(locale)
          .slice(1)
          .map(({ extension, title }) => ({ value: extension, name: title }))}
      />
      <Show when={props.asked.missing}>
        {(fields) => <input type="hidden" name="missing" value={fields().join()} />}
      </Show>
      <For each={unshown(props.asked, ["kind"])}>
        {([name, value]) => <input type="hidden" name={name} value={value} />}
      </For>
      <p class="send">
        <button type="submit">{messages.follow.make}</button>
      </p>
    </form>
  )
}
