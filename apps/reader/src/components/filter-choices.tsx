import { type ItemQuery, type KindName, kinds, kindsByName } from "@pg/domain"
import type { JSX } from "solid-js"
import type { Chosen } from "../choices.js"
import { views } from "../kinds/views.js"
import { type PageLocale, pageLocales } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { everyLanguage } from "../question.js"
import { byName, countries } from "./countries.js"
import { Choice, Field } from "./fields.js"
import { nameType } from "./label.js"
import { nameBody, nameCountry, type Named, nameLanguage, nameTopic, nameUnknown } from "./names.js"
import { allBodies, allTopics } from "./vocabularies.js"

/** By which a field elsewhere on the page says that it belongs to the filters. */
export const filtersId = "filters"

/** The words to be found. */
export const WordsField = (props: { asked: ItemQuery }): JSX.Element => (
  <Field name="q" label={usePage().messages.filters.words}>
    <input type="search" name="q" id="filter-q" value={props.asked.q ?? ""} maxlength={200} />
  </Field>
)

/** The language: the page's own where none is chosen, one of others, or all. */
export function LanguageChoice(props: { asked: ItemQuery; options?: readonly Named[] | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const options = () => props.options ?? pageLocales.map((value) => ({ value, name: nameLanguage(value, locale) }))
  return (
    <Choice
      name="locale"
      label={messages.filters.locale}
      chosen={props.asked.locale}
      any={nameLanguage(locale, locale)}
      nameOf={(value) => ({ value, name: nameLanguage(value, locale) })}
      options={[
        ...options().filter(({ value }) => value !== locale),
        { value: everyLanguage, name: messages.list.allLanguages },
      ]}
    />
  )
}

/** A value of a filter by its name in the page's language; of one `kind`, a type by that kind's word. */
export function named(name: Chosen, value: string, kind: KindName | undefined, locale: PageLocale): Named {
  if (name === "topic") return nameTopic(value, locale)
  if (name === "country") return nameCountry(value, locale)
  if (name === "body") return nameBody(value, locale)
  if (name === "kind") return { value, name: views[value as KindName]?.words[locale].title ?? nameUnknown(value) }
  return { value, name: kind === undefined ? nameUnknown(value) : nameType(value, views[kind].words[locale]) }
}

/** All values of a filter that there could be. */
export function allOf(name: Chosen, kind: KindName | undefined, locale: PageLocale): readonly Named[] {
  if (name === "topic") return allTopics(locale)
  if (name === "country") return countries(locale)
  if (name === "body") return allBodies(locale)
  return kind === undefined
    ? kinds.map((one) => named("kind", one.name, undefined, locale))
    : kindsByName[kind].types.map((value) => named("type", value, kind, locale)).toSorted(byName(locale))
}
