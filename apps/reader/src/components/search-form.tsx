import { kinds } from "@pg/domain"
import type { JSX } from "solid-js"
import { usePage } from "../page-context.js"
import type { PageLocale } from "../messages/languages.js"
import { listPath, suggestPath } from "../paths.js"

/** One field that searches everything. */
export function SearchForm(props: { q?: string | undefined; label?: string }): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <form class="search" method="get" action={listPath(locale)} role="search">
      <label for="search-q">{props.label ?? messages.search}</label>
      <input type="search" name="q" id="search-q" value={props.q ?? ""} maxlength={200} />
      <button type="submit">{messages.search}</button>
    </form>
  )
}

/** The field of a search beside its filters: it belongs to their form, so that neither loses what the other says. */
export function SearchField(props: { q: string | undefined; form: string }): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <div class="search">
      <label for="search-q">{messages.filters.words}</label>
      <input
        type="search"
        name="q"
        id="search-q"
        form={props.form}
        value={props.q ?? ""}
        maxlength={200}
        data-suggest={suggestPath(locale)}
        data-paths={itemPaths(locale)}
        data-label={messages.suggestions.label}
        data-count={messages.suggestions.count}
      />
      <button type="submit" form={props.form}>
        {messages.search}
      </button>
    </div>
  )
}

/** Where the items of each kind are, for the script that offers them. */
const itemPaths = (locale: PageLocale) =>
  JSON.stringify(Object.fromEntries(kinds.map(({ name }) => [name, `${listPath(locale, name)}/`])))
