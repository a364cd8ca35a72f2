import type { ItemQuery } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { pageLocales } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { followPath } from "../paths.js"
import { everyLanguage } from "../question.js"
import { countries } from "./countries.js"
import { Choice, Field } from "./fields.js"
import { filtersId, kindsIn, unshown } from "./filters.js"
import { nameBody, nameCountry, nameLanguage, nameTopic } from "./names.js"
import { allBodies, allTopics } from "./vocabularies.js"
import { feeds, waysOf } from "./ways.js"

/**
 * What is to be followed, as a plain form. It offers every topic, country and body, those of which there is nothing yet too:
 * one may well wait for it. What it has no field for is asked on unseen.
 */
export function FollowForm(props: { asked: ItemQuery; as: string | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const words = messages.filters
  return (
    <form class="filters" id={filtersId} method="get" action={followPath(locale)}>
      <Choice name="kind" label={words.kind} chosen={props.asked.kind} options={kindsIn(locale)} />
      <Choice
        name="topic"
        label={words.topic}
        chosen={props.asked.topic}
        options={allTopics(locale)}
        nameOf={(id) => nameTopic(id, locale)}
      />
      <Choice
        name="country"
        label={words.country}
        chosen={props.asked.country}
        options={countries(locale)}
        nameOf={(code) => nameCountry(code, locale)}
      />
      <Choice
        name="body"
        label={words.body}
        chosen={props.asked.body}
        options={allBodies(locale)}
        nameOf={(id) => nameBody(id, locale)}
      />
      <Choice
        name="locale"
        label={words.locale}
        chosen={props.asked.locale}
        any={nameLanguage(locale, locale)}
        nameOf={(value) => ({ value, name: nameLanguage(value, locale) })}
        options={[
          ...pageLocales
            .filter((other) => other !== locale)
            .map((other) => ({ value: other, name: nameLanguage(other, locale) })),
          { value: everyLanguage, name: messages.list.allLanguages },
        ]}
      />
      <Field name="q" label={words.words}>
        <input type="search" name="q" id="filter-q" value={props.asked.q ?? ""} maxlength={200} />
      </Field>
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
