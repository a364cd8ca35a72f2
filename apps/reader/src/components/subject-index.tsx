import type { Facet } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { listPath, subjectPath, subjectsPath } from "../paths.js"
import { everyLanguage } from "../question.js"
import { type SubjectFilter, subjectFilters } from "../segments.js"
import { formatCount } from "./count.js"
import { byName } from "./countries.js"
import type { Named } from "./names.js"
import { nameSubject, termsOf } from "./subject-names.js"

type IndexProps = {
  filter: SubjectFilter
  /** Counts in the page's language, and in all. */
  own: Facet | undefined
  every: Facet | undefined
}

/** Every subject of one sort by name; those of a vocabulary with what they cover, also where nothing is on them yet. */
export function SubjectIndex(props: IndexProps): JSX.Element {
  const { locale, messages } = usePage()
  const { filter } = props
  const words = messages.subjects
  const rows = rowsOf(props, locale)
  const more = () => props.every?.more ?? 0
  return (
    <div class="subjects">
      <header>
        <h1>{words.titles[filter]}</h1>
        <nav aria-label={words.menu}>
          <ul>
            <For each={subjectFilters}>
              {(other) => (
                <li>
                  <a href={subjectsPath(locale, other)} aria-current={other === filter ? "page" : undefined}>
                    {words.titles[other]}
                  </a>
                </li>
              )}
            </For>
          </ul>
        </nav>
      </header>
      <Show when={rows.length > 0} fallback={<p class="notice">{words.nothing}</p>}>
        <ul class={rows.some(({ note }) => note) ? "index noted" : "index"}>
          <For each={rows}>
            {({ name, value, note, own, others }) => (
              <li>
                <a href={subjectPath(locale, filter, value)}>
                  <bdi>{name}</bdi>
                </a>{" "}
                <span class="count">{countIn(own, others)}</span>
                <Show when={note}>{(text) => <p class="quiet">{text()}</p>}</Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={more() > 0}>
        <p class="more">
          <a href={listPath(locale, undefined, { locale: [everyLanguage] })}>
            {words.more(formatCount(more(), locale))}
          </a>
        </p>
      </Show>
    </div>
  )

  function countIn(own: number, others: number): string {
    if (own > 0) return formatCount(own, locale)
    return others > 0 ? words.elsewhere(formatCount(others, locale)) : words.noneYet
  }
}

type Row = Named & { note: string | undefined; own: number; others: number }

function rowsOf({ filter, own, every }: IndexProps, locale: PageLocale): Row[] {
  const counts = new Map((own?.values ?? []).map(({ value, count }) => [value, count]))
  const found = new Map([...(own?.values ?? []), ...(every?.values ?? [])].map((one) => [one.value, one]))
  const terms = new Map(termsOf(filter).map((term) => [term.id, term]))
  return [...new Set([...found.keys(), ...terms.keys()])]
    .map((value) => ({
      value,
      name: nameSubject(filter, value, locale, { written: found.get(value)?.label }),
      note: terms.get(value)?.scopeNote?.[locale],
      own: counts.get(value) ?? 0,
      others: counts.has(value) ? 0 : (found.get(value)?.count ?? 0),
    }))
    .toSorted(byName(locale))
}
