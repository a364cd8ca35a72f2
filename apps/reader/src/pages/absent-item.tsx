import type { Removed } from "@pg/client"
import { type KindName, Slug } from "@pg/domain"
import { Show } from "solid-js"
import { EdtfTime } from "../components/dates.js"
import { Fact } from "../components/facts.js"
import { SearchForm } from "../components/search-form.js"
import { views } from "../kinds/views.js"
import { languages, type PageLocale } from "../messages/languages.js"
import type { View, Visit } from "../page.js"
import { listPath } from "../paths.js"
import { homesIn } from "./homes.js"
import { loadNotFound } from "./not-found.js"

/** There is no item at this address: one that was there is said to have been removed, with the reason. */
export async function loadAbsentItem(visit: Visit, kind: KindName): Promise<View> {
  const { client, locale, slug } = visit
  const removed = Slug.safeParse(slug).success ? await client.getRemoved(kind, slug) : undefined
  return removed ? showRemoved(removed, kind, locale) : loadNotFound(visit)
}

/** What was here was removed: when, how and why. `kind` is what it was, where that is known. */
export function showRemoved({ at, state, reason }: Removed, kind: KindName | undefined, locale: PageLocale): View {
  const { failure } = languages[locale]
  return {
    status: 410,
    title: failure.removed,
    alternates: homesIn(),
    content: () => (
      <div class="failure">
        <p class="number">410</p>
        <h1>{failure.removed}</h1>
        <p class="summary">{failure.removedText[state]}</p>
        <dl>
          <Fact name={failure.removedOn}>
            <EdtfTime edtf={at.slice(0, "YYYY-MM-DD".length)} />
          </Fact>
          <Show when={reason}>
            {(text) => (
              <Fact name={failure.reason}>
                <bdi>{text()}</bdi>
              </Fact>
            )}
          </Show>
        </dl>
        <SearchForm label={failure.notFoundSearch} />
        <Show when={kind}>
          {(name) => (
            <p class="actions">
              <a href={listPath(locale, name())}>{views[name()].words[locale].title}</a>
            </p>
          )}
        </Show>
      </div>
    ),
  }
}
