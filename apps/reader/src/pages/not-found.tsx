import { toSlug } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { ItemText } from "../components/item-text.js"
import { SearchForm } from "../components/search-form.js"
import { views } from "../kinds/views.js"
import { languages, type PageLocale, pageLocaleOf } from "../messages/languages.js"
import type { View, Visit } from "../page.js"
import { usePage } from "../page-context.js"
import { itemPath } from "../paths.js"
import { homesIn } from "./homes.js"
import { findNear, type Near } from "./near-items.js"
import { findNearPages, type NearPage } from "./near-subjects.js"

/** There is nothing at this address; its words may find what was meant, and what has nearly the same address is named. */
export async function loadNotFound({ client, locale, url }: Pick<Visit, "client" | "locale" | "url">): Promise<View> {
  const [language, ...segments] = url.pathname
    .split("/")
    .filter((segment) => segment !== "")
    .map(decode)
  const pages = language === locale ? findNearPages(locale, segments) : []
  const last = toSlug(wordsOf(url.pathname))
  const items = language === locale && pages.length === 0 && last !== "" ? await findNear(client, last) : []
  return showNotFound(url.pathname, locale, items, pages)
}

function showNotFound(path: string, locale: PageLocale, items: readonly Near[], pages: readonly NearPage[]): View {
  const { failure } = languages[locale]
  return {
    status: 404,
    title: failure.notFound,
    alternates: homesIn(),
    content: () => (
      <div class="failure">
        <p class="number">404</p>
        <h1>{failure.notFound}</h1>
        <Show when={items.length + pages.length > 0}>
          <Perhaps items={items} pages={pages} />
        </Show>
        <p class="summary">{failure.notFoundText}</p>
        <SearchForm q={wordsOf(path)} label={failure.notFoundSearch} />
      </div>
    ),
  }
}

function Perhaps(props: { items: readonly Near[]; pages: readonly NearPage[] }): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <section class="perhaps">
      <h2>{messages.failure.perhaps}</h2>
      <ul>
        <For each={props.pages}>
          {({ path, name }) => (
            <li>
              <a href={path}>{name}</a>
            </li>
          )}
        </For>
        <For each={props.items}>
          {(item) => (
            <li>
              <a href={itemPath(pageLocaleOf(item.locale), item)} hreflang={item.locale}>
                <ItemText text={item.title} locale={item.locale} />
              </a>{" "}
              <span class="quiet">{views[item.kind].words[locale].one}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** The words of an address's last part: `/en/news/revised-statute.html` is "revised statute". */
function wordsOf(path: string): string {
  const last = path.split("/").findLast((segment) => segment !== "" && !/^(?:en|fr)$/.test(segment)) ?? ""
  return decode(last)
    .replace(/\.\w{1,5}$/, "")
    .replace(/[\p{Cc}\p{Cf}\p{P}\p{S}\s]+/gu, " ")
    .trim()
    .slice(0, 120)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // its percent signs are no encoding: the text as it stands
  }
}
