import type { Item } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { pageLocaleOf } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { itemPath } from "../paths.js"
import { nameLanguage } from "./names.js"
import { isTranslation, type Related } from "./related.js"

/** The languages in which an item can be read, and that this is another one where it is not the page's. */
export function Translations(props: { item: Item; related: readonly Related[] }): JSX.Element {
  const { locale, messages } = usePage()
  const others = () => props.related.filter(isTranslation).map(({ item }) => item)
  return (
    <>
      <Show when={pageLocaleOf(props.item.locale) !== locale || !props.item.locale.startsWith(locale)}>
        <p class="quiet">{messages.item.originalIn(nameLanguage(props.item.locale, locale))}</p>
      </Show>
      <Show when={others().length > 0}>
        <ul class="translations" aria-label={messages.item.otherLanguages}>
          <For each={others()}>
            {(item) => (
              <li>
                <a href={itemPath(pageLocaleOf(item.locale), item)} hreflang={item.locale} lang={item.locale}>
                  {nameLanguage(item.locale, pageLocaleOf(item.locale))}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  )
}
