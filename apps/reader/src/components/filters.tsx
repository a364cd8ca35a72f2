import type { Facet, FacetValue, ItemQuery, KindName } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { type Chosen, type DateFilter, offered } from "../choices.js"
import { views } from "../kinds/views.js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { pageParameters, usualSort } from "../question.js"
import { byName } from "./countries.js"
import { formatCount } from "./count.js"
import { Choice, Field } from "./fields.js"
import { allOf, filtersId, LanguageChoice, named, WordsField } from "./filter-choices.js"
import { Frequent, mostFrequent } from "./frequent.js"
import { createKept } from "./kept.js"
import { type Named, nameLanguage } from "./names.js"
import { isKnownSubject } from "./subject-names.js"

/**
 * The filters of a list as a plain form, filled in with what is asked; what it has no field for is asked on unseen. Where
 * no kind is given one can be chosen, and the words to be found stand elsewhere on the page. On offer is what the list was
 * counted by, so that no choice leads to nothing; all that there is, where it was not counted.
 */
export function Filters(props: FiltersProps): JSX.Element {
  const { asked, kind, facets } = props
  const form = () => <Form asked={asked} kind={kind} facets={facets} />
  return isUnfiltered(asked) ? forms(`${usePage().locale} ${kind ?? ""} ${JSON.stringify(facets)}`, form) : form()
}

type FiltersProps = { asked: ItemQuery; kind?: KindName | undefined; facets?: readonly Facet[] | undefined }

/** Each language has one of each kind in which nothing is filled in, and nearly every list shows that one. */
const forms = createKept(50)

const isUnfiltered = ({ cursor: _, ...asked }: ItemQuery) => Object.values(asked).every((value) => value === undefined)

function Form(props: FiltersProps): JSX.Element {
  const { locale, messages } = usePage()
  const words = messages.filters
  const dates = () => (props.kind === undefined ? (["issued", "when"] as const) : views[props.kind].dates)
  const undated = () => offered(props.facets, "missing").find(({ value }) => value === "issued")
  const isUndated = () => props.asked.missing?.includes("issued") ?? false
  return (
    <form class="filters" id={filtersId} method="get" action={listPath(locale, props.kind)}>
      <Show when={props.kind}>
        <WordsField asked={props.asked} />
      </Show>
      <For each={choicesOf(props.kind)}>{(name) => <Offer {...props} name={name} />}</For>
      <For each={dates()}>{(name) => <DateField {...props} name={name} />}</For>
      <LanguageChoice asked={props.asked} options={localesOf(props)} />
      <Choice
        name="sort"
        label={words.sort}
        chosen={[props.asked.sort ?? []].flat()}
        any={messages.sorts[usualSort(props.asked)]}
        options={sortsOf(dates(), usualSort(props.asked)).map((sort) => ({ value: sort, name: messages.sorts[sort] }))}
      />
      <Show when={props.asked.missing?.filter((field) => field !== "issued").join()}>
        {(fields) => <input type="hidden" name="missing" value={fields()} />}
      </Show>
      <Show when={!props.facets || undated() || isUndated()}>
        <p class="check">
          <input type="checkbox" name="missing" id="filter-missing" value="issued" checked={isUndated()} />
          <label for="filter-missing">
            {words.undatedOnly}
            <Show when={undated()}>{(value) => ` (${formatCount(value().countIfChosen, locale)})`}</Show>
          </label>
        </p>
      </Show>
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
export const unshown = (asked: ItemQuery, shown: readonly (keyof ItemQuery)[]): [string, string][] =>
  pageParameters
    .filter((name) => asked[name] !== undefined && !shownOnAll.includes(name) && !shown.includes(name))
    .map((name) => [name, String(asked[name])])

const choicesOf = (kind: KindName | undefined) =>
  kind === undefined ? (["kind", "topic", "country", "body"] as const) : (["topic", "country", "body", "type"] as const)

/** A date or a range of dates, to be written; above it the years that there are, as links. */
function DateField(props: FiltersProps & { name: DateFilter }): JSX.Element {
  const words = usePage().messages.filters
  const { name } = props
  return (
    <Field name={name} label={words[name]} hint={words.dateHint}>
      <Frequent
        facet={`${name}.year`}
        label={words[name]}
        asked={props.asked}
        kind={props.kind}
        values={offered(props.facets, `${name}.year`)}
        nameOf={({ value }) => value}
      />
      <input
        type="text"
        name={name}
        id={`filter-${name}`}
        value={props.asked[name] ?? ""}
        aria-describedby={`hint-${name}`}
        autocomplete="off"
      />
    </Field>
  )
}

/** What is on offer of a filter: the most frequent values as links, and where there are more, all of them to choose from. */
function Offer(props: FiltersProps & { name: Exclude<Chosen, "locale" | "missing"> }): JSX.Element {
  const { locale, messages } = usePage()
  const { name, kind } = props
  const values = () => offered(props.facets, name)
  // A list of all languages is counted in none: the page knows the vocabulary's names in its own.
  const isTerm = (value: string) => (name === "topic" || name === "body") && isKnownSubject(name, value)
  const nameOf = ({ value, label }: Pick<FacetValue, "value" | "label">) =>
    (isTerm(value) ? undefined : label) ?? named(name, value, kind, locale).name
  const label = messages.filters[name]
  const links = () => (
    <Frequent facet={name} label={label} asked={props.asked} kind={kind} values={values()} nameOf={nameOf} />
  )
  return (
    <Show
      when={props.facets && values().length <= mostFrequent}
      fallback={
        <Choice
          name={name}
          label={label}
          chosen={props.asked[name]}
          options={props.facets ? counted(values(), nameOf, locale) : allOf(name, kind, locale)}
          nameOf={(value) => named(name, value, kind, locale)}
        >
          {links()}
        </Choice>
      }
    >
      <Show when={values().length > 0}>
        <div class="field">
          <span class="name">{label}</span>
          {links()}
        </div>
      </Show>
      <Show when={props.asked[name]}>{(values) => <input type="hidden" name={name} value={values().join()} />}</Show>
    </Show>
  )
}

/** By name, each with the size of the list that it leads to. */
const counted = (
  values: readonly FacetValue[],
  nameOf: (value: FacetValue) => string,
  locale: PageLocale,
): readonly Named[] =>
  values
    .map((value) => ({ value: value.value, name: nameOf(value), count: value.countIfChosen }))
    .toSorted(byName(locale))
    .map(({ value, name, count }) => ({ value, name: `${name} (${formatCount(count, locale)})` }))

/** The languages that the list has, where it was counted. */
function localesOf({ facets }: FiltersProps): readonly Named[] | undefined {
  const { locale } = usePage()
  return facets && counted(offered(facets, "locale"), ({ value }) => nameLanguage(value, locale), locale)
}

const sortsOf = (dates: readonly ("issued" | "when")[], usual: string) =>
  (["-issued", "issued", "-when", "when", "-updated"] as const).filter(
    (sort) => sort !== usual && (!sort.endsWith("when") || dates.includes("when")),
  )
