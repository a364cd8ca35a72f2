import { anyOfFilters, type ItemQuery, type KindName, type Page } from "@pg/domain"
import { formatEdtf } from "@pg/domain/dates"
import { For, type JSX, Show } from "solid-js"
import { views } from "../kinds/views.js"
import type { PageLocale } from "../messages/languages.js"
import type { Messages } from "../messages/messages.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { everyLanguage, usualSort, without, withoutValue } from "../question.js"
import { countOf } from "./count.js"
import { nameType } from "./label.js"
import { nameBody, nameCountry, nameLanguage, nameTopic, nameUnknown } from "./names.js"
import { plain } from "./plain.js"

/** What a list shows, as a sentence in which every condition can be taken away. */
export function Asked(props: { asked: ItemQuery; kind?: KindName | undefined; page: Page }): JSX.Element {
  const { locale, messages } = usePage()
  const parts = () => partsOf(props.asked, props.kind, locale, messages)
  const isFiltered = () => parts().some((part) => part.name !== "locale")
  const count = () => {
    const text = countOf(props.page.total, props.kind, locale)
    return props.page.totalIsAtLeast ? messages.list.atLeast(text) : text
  }
  return (
    <div class="asked">
      <p>
        <strong>{count()}</strong>{" "}
        <For each={parts()}>
          {(part) => (
            <>
              <span class="part">
                {part.text}
                <Show when={part.without}>
                  {(without) => (
                    <a
                      class="remove"
                      href={listPath(locale, props.kind, without())}
                      aria-label={messages.list.remove(part.text)}
                    >
                      <span aria-hidden="true">×</span>
                    </a>
                  )}
                </Show>
              </span>
              {", "}
            </>
          )}
        </For>
        {messages.sorts[props.asked.sort ?? usualSort(props.asked)]}
      </p>
      <ul>
        <li>
          <LanguageLink asked={props.asked} kind={props.kind} />
        </li>
        <Show when={isFiltered()}>
          <li>
            <a href={listPath(locale, props.kind)}>{messages.list.removeAll}</a>
          </li>
        </Show>
      </ul>
    </div>
  )
}

/** From the page's language to all of them, and back. */
function LanguageLink(props: { asked: ItemQuery; kind?: KindName | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const own = () => without(props.asked, "locale", "cursor")
  return (
    <Show
      when={props.asked.locale}
      fallback={
        <a href={listPath(locale, props.kind, { ...own(), locale: [everyLanguage] })}>{messages.list.inAllLanguages}</a>
      }
    >
      <a href={listPath(locale, props.kind, own())}>{messages.list.onlyIn(nameLanguage(locale, locale))}</a>
    </Show>
  )
}

/** The conditions in the order in which they are said; after each filter what is asked of it the other way round. */
export const filters = [
  "q",
  ...anyOfFilters.flatMap((name) => [name, `not.${name}` as const]),
  "issued",
  "when",
  "updated",
  "missing",
] as const
type Filter = (typeof filters)[number]

/** A condition: its words, and the question that is left without it; the page's own language cannot be taken away. */
type AskedPart = { name: Filter; text: string; without: ItemQuery | undefined }

/** What a question asks, condition by condition. */
export function partsOf(
  asked: ItemQuery,
  kind: KindName | undefined,
  locale: PageLocale,
  messages: Messages,
): AskedPart[] {
  const whole = { ...asked, locale: asked.locale ?? [locale] }
  return filters.flatMap((name) =>
    [whole[name] ?? []].flat().map((value, index) => {
      const text = phrase(name, value, kind, locale, messages)
      const isOwnLanguage = name === "locale" && asked.locale === undefined
      return {
        name,
        text: index === 0 ? text : `${messages.or} ${text}`,
        without: isOwnLanguage ? undefined : withoutValue(asked, name, value),
      }
    }),
  )
}

/** A value of a filter by its name alone: "prisons", where a sentence says "on prisons". */
export const nameValue = (
  name: Filter,
  value: string,
  kind: KindName | undefined,
  locale: PageLocale,
  messages: Messages,
): string => phrase(name, value, kind, locale, { ...messages, phrases: { ...namesAlone, not: messages.phrases.not } })

const namesAlone = Object.fromEntries(
  ["q", "topic", "country", "body", "person", "series", "type", "issued", "when", "updated", "locale"].map((name) => [
    name,
    (value: string) => value,
  ]),
) as Messages["phrases"]

function phrase(
  name: Filter,
  value: string,
  kind: KindName | undefined,
  locale: PageLocale,
  messages: Messages,
): string {
  const { phrases } = messages
  const words =
    kind === undefined ? Object.values(views).map((view) => view.words[locale]) : [views[kind].words[locale]]
  const [asked, isExcluded] = name.startsWith("not.") ? [name.slice(4) as Filter, true] : [name, false]
  const say: Partial<Record<Filter, () => string>> = {
    q: () => phrases.q(plain(value)),
    kind: () => views[value as KindName].words[locale].title,
    type: () =>
      phrases.type(
        words.map((one) => nameType(value, one)).find((text) => text !== nameUnknown(value)) ?? nameUnknown(value),
      ),
    topic: () => phrases.topic(nameTopic(value, locale).name),
    country: () => phrases.country(nameCountry(value, locale).name),
    body: () => phrases.body(nameBody(value, locale).name),
    person: () => phrases.person(nameUnknown(value)),
    series: () => phrases.series(nameUnknown(value)),
    issued: () => phrases.issued(formatRange(value, locale)),
    when: () => messages.whens[value] ?? phrases.when(formatRange(value, locale)),
    updated: () => phrases.updated(formatRange(value, locale)),
    missing: () => messages.missing[value as keyof Messages["missing"]],
    locale: () =>
      value === everyLanguage ? messages.list.inEveryLanguage : phrases.locale(nameLanguage(value, locale)),
  }
  const text = say[asked]?.() ?? value
  return isExcluded ? phrases.not(text) : text
}

/** A range as a question writes it, `2021-03..2021-06` or `..2021`, in words. */
export function formatRange(range: string, locale: PageLocale): string {
  const [start, end] = range.split("..")
  return formatEdtf(end === undefined ? range : `${start || ".."}/${end || ".."}`, locale)
}
