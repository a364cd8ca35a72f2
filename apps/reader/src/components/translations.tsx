import type { Item } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { pageLocaleOf } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { itemPath } from "../paths.js"
import { nameLanguage } from "./names.js"

/** The languages in which an item can be read, and that this is another one where it is not the page's. */
export function Translations(props: { item: Item; translations: readonly Item[] }): JSX.Element {
  const { locale, messages } = usePage()
  const { item, translations } = props
  return (
    <>
      <Show when={pageLocaleOf(item.locale) !== locale || !item.locale.startsWith(locale)}>
        <p class="quiet">{messages.item.originalIn(nameLanguage(item.locale, locale))}</p>
      </Show>
      <Show when={translations.length > 0}>
        <ul class="translations" aria-label={messages.item.otherLanguages}>
          <For each={translations}>
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
