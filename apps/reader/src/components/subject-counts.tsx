import { type ItemQuery, kinds } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { everyLanguage } from "../question.js"
import { countOf, formatCount } from "./count.js"
import { nameLanguage } from "./names.js"
import { type SubjectParts, valuesOf } from "./subject.js"

/** How much there is on a subject, in all and of each kind, each number a way to the list of it. */
export function SubjectCounts(props: { parts: SubjectParts; query: ItemQuery }): JSX.Element {
  const { locale, messages } = usePage()
  const { parts, query } = props
  const words = messages.subjects
  const language = parts.isForeign
    ? messages.list.inEveryLanguage
    : messages.phrases.locale(nameLanguage(locale, locale))
  const ofKind = kinds.flatMap(({ name }) => {
    const count = valuesOf(parts.all, "kind").find(({ value }) => value === name)?.count ?? 0
    return count === 0 ? [] : [{ name, text: countOf(count, name, locale) }]
  })
  return (
    <ul class="folio">
      <li>
        <a href={listPath(locale, undefined, query)}>
          <strong>{countOf(parts.all.total, undefined, locale)}</strong> {language}
        </a>
      </li>
      <For each={ofKind}>
        {({ name, text }) => (
          <li>
            <a href={listPath(locale, name, query)}>{text}</a>
          </li>
        )}
      </For>
      <Show when={parts.undated > 0}>
        <li>
          <a href={listPath(locale, undefined, { ...query, missing: ["issued"] })}>
            {words.undated(formatCount(parts.undated, locale))}
          </a>
        </li>
      </Show>
      <Show when={parts.elsewhere > 0}>
        <li>
          <a href={listPath(locale, undefined, { ...query, locale: [everyLanguage] })}>
            {words.elsewhere(formatCount(parts.elsewhere, locale))}
          </a>
        </li>
      </Show>
    </ul>
  )
}
