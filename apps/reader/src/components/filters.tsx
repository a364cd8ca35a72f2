import { type ItemQuery, kinds, type KindName, kindsByName } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { views } from "../kinds/views.js"
import { pageLocales } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { everyLanguage, pageParameters, usualSort } from "../question.js"
import { byName, countries } from "./countries.js"
import { createKept } from "./kept.js"
import { nameType } from "./label.js"
import { nameBody, nameCountry, type Named, nameLanguage, nameTopic } from "./names.js"
import { Options } from "./options.js"
import { allBodies, allTopics } from "./vocabularies.js"

/** By which a field elsewhere on the page says that it belongs to the filters. */
export const filtersId = "filters"

/**
 * The filters of a list as a plain form, filled in with what is asked; what it has no field for is asked on unseen. Where
 * no kind is given one can be chosen, and the words to be found stand elsewhere on the page.
 */
export function Filters(props: { asked: ItemQuery; kind?: KindName | undefined }): JSX.Element {
  const { asked, kind } = props
  const form = () => <Form asked={asked} kind={kind} />
  return isUnfiltered(asked) ? forms(`${usePage().locale} ${kind ?? ""}`, form) : form()
}

/** Each language has one of each kind in which nothing is filled in, and nearly every list shows that one. */
const forms = createKept(50)

const isUnfiltered = ({ cursor: _, ...asked }: ItemQuery) => Object.values(asked).every((value) => value === undefined)

function Form(props: { asked: ItemQuery; kind?: KindName | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const words = messages.filters
  const dates = () => (props.kind === undefined ? (["issued", "when"] as const) : views[props.kind].dates)
  return (
    <form class="filters" id={filtersId} method="get" action={listPath(locale, props.kind)}>
      <Show when={props.kind === undefined}>
        <Choice
          name="kind"
          label={words.kind}
          chosen={props.asked.kind}
          options={kinds.map(({ name }) => ({ value: name, name: views[name].words[locale].title }))}
        />
      </Show>
      <Show when={props.kind}>
        <Field name="q" label={words.words}>
          <input type="search" name="q" id="filter-q" value={props.asked.q ?? ""} maxlength={200} />
        </Field>
      </Show>
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
      <Show when={props.kind}>
        {(kind) => (
          <Choice name="type" label={words.type} chosen={props.asked.type} options={typesOf(kind(), locale)} />
        )}
      </Show>
      <For each={dates()}>
        {(name) => (
          <Field name={name} label={words[name]} hint={words.dateHint}>
            <input
              type="text"
              name={name}
              id={`filter-${name}`}
              value={props.asked[name] ?? ""}
              aria-describedby={`hint-${name}`}
              autocomplete="off"
            />
          </Field>
        )}
      </For>
      <Choice
        name="locale"
        label={words.locale}
        chosen={props.asked.locale}
        any={nameLanguage(locale, locale)}
        options={[
          ...pageLocales
            .filter((other) => other !== locale)
            .map((other) => ({ value: other, name: nameLanguage(other, locale) })),
          { value: everyLanguage, name: messages.list.allLanguages },
        ]}
      />
      <Choice
        name="sort"
        label={words.sort}
        chosen={[props.asked.sort ?? []].flat()}
        any={messages.sorts[usualSort(props.asked)]}
        options={sortsOf(dates(), usualSort(props.asked)).map((sort) => ({ value: sort, name: messages.sorts[sort] }))}
      />
      <p class="check">
        <input
          type="checkbox"
          name="missing"
          id="filter-missing"
          value="issued"
          checked={props.asked.missing?.includes("issued")}
        />
        <label for="filter-missing">{words.undatedOnly}</label>
      </p>
      <For each={props.asked.missing?.filter((field) => field !== "issued")}>
        {(field) => <input type="hidden" name="missing" value={field} />}
      </For>
      <For each={unshown(props.asked, [...dates(), props.kind === undefined ? "kind" : "type"])}>
        {([name, value]) => <input type="hidden" name={name} value={value} />}
      </For>
      <p>
        <button type="submit">{words.apply}</button>
      </p>
    </form>
  )
}

/** Those that every list's form has a field for, and the cursor: another question begins on its first page. */
const shownOnAll: readonly (keyof ItemQuery)[] = [
  "q",
  "topic",
  "country",
  "body",
  "locale",
  "sort",
  "missing",
  "cursor",
]

/** Each asked value for which the form has no field: sending the form would lose it. */
const unshown = (asked: ItemQuery, shown: readonly (keyof ItemQuery)[]): [string, string | number][] =>
  pageParameters
    .filter((name) => !shownOnAll.includes(name) && !shown.includes(name))
    .flatMap((name) => [asked[name] ?? []].flat().map((value): [string, string | number] => [name, value]))

const Field = (props: { name: string; label: string; hint?: string; children: JSX.Element }): JSX.Element => (
  <p class="field">
    <label for={`filter-${props.name}`}>{props.label}</label>
    {props.children}
    <Show when={props.hint}>
      {(hint) => (
        <span class="hint" id={`hint-${props.name}`}>
          {hint()}
        </span>
      )}
    </Show>
  </p>
)

type ChoiceProps = {
  name: string
  label: string
  chosen: readonly string[] | undefined
  options: readonly Named[]
  /** What it means to choose nothing; "any" where it is absent. */
  any?: string
  nameOf?: (value: string) => Named
}

/** One of several values; further ones that the address asks for, and one that is not on offer, are kept. */
function Choice(props: ChoiceProps): JSX.Element {
  const { messages } = usePage()
  const first = () => props.chosen?.[0]
  const isOffered = (value: string) => props.options.some((option) => option.value === value)
  return (
    <Field name={props.name} label={props.label}>
      <select name={props.name} id={`filter-${props.name}`}>
        <option value="">{props.any ?? messages.filters.any}</option>
        <Show when={first() !== undefined && !isOffered(first()!) && first()}>
          {(value) => (
            <option value={value()} selected>
              {props.nameOf?.(value()).name ?? value()}
            </option>
          )}
        </Show>
        <Options options={props.options} chosen={first()} />
      </select>
      <For each={props.chosen?.slice(1)}>{(value) => <input type="hidden" name={props.name} value={value} />}</For>
    </Field>
  )
}

const typesOf = (kind: KindName, locale: (typeof pageLocales)[number]): Named[] =>
  kindsByName[kind].types
    .map((value) => ({ value, name: nameType(value, views[kind].words[locale]) }))
    .toSorted(byName(locale))

const sortsOf = (dates: readonly ("issued" | "when")[], usual: string) =>
  (["-issued", "issued", "-when", "when", "-updated"] as const).filter(
    (sort) => sort !== usual && (!sort.endsWith("when") || dates.includes("when")),
  )
