import { type Item, toSlug } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { listPath, subjectPath } from "../paths.js"
import type { SubjectFilter } from "../segments.js"
import { createKept } from "./kept.js"
import { nameBody, nameCountry, type Named, nameTopic } from "./names.js"
import { nameSubject } from "./subject-names.js"

/** One row of a description list: nothing at all where there is nothing to say. */
export const Fact = (props: { name: string; children: JSX.Element }): JSX.Element => (
  <div>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
  </div>
)

/** What an item is about, each a way to everything else about it. */
export function Subjects(props: { item: Item }): JSX.Element {
  const { locale, messages } = usePage()
  const { topics, countries, bodies, people } = props.item
  return (
    <>
      <NamedFact name={messages.item.topics} parameter="topic" ids={topics} nameOf={nameTopic} />
      <NamedFact name={messages.item.countries} parameter="country" ids={countries} nameOf={nameCountry} />
      <NamedFact name={messages.item.bodies} parameter="body" ids={bodies} nameOf={nameBody} />
      <Show when={people.length > 0}>
        <Fact name={messages.item.people}>
          <ul>
            <For each={people}>
              {(person) => (
                <li>
                  <a href={personPath(person, locale)}>
                    <bdi>{person}</bdi>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Fact>
      </Show>
      <Show when={props.item.series}>
        {(series) => (
          <Fact name={messages.subjects.ones.series}>
            <a href={subjectPath(locale, "series", series().id)}>{nameSubject("series", series().id, locale)}</a>
            <Show when={series().ordinal}>{(number) => `, ${messages.subjects.ordinal(String(number()))}`}</Show>
          </Fact>
        )}
      </Show>
    </>
  )
}

/** A name of signs alone has no slug, and so no page: it is searched for. */
function personPath(name: string, locale: PageLocale): string {
  const slug = toSlug(name)
  return slug === "" ? listPath(locale, undefined, { q: name.slice(0, 200) }) : subjectPath(locale, "person", slug)
}

type NamedFactProps = {
  name: string
  parameter: Exclude<SubjectFilter, "person" | "series">
  ids: readonly string[]
  nameOf: (id: string, locale: PageLocale) => Named
}

function NamedFact(props: NamedFactProps): JSX.Element {
  const { locale } = usePage()
  const { name, parameter, ids, nameOf } = props
  return (
    <Show when={ids.length > 0}>
      <Fact name={name}>
        <ul>
          <For each={ids}>
            {(id) => rows(`${locale} ${parameter} ${id}`, () => <Row parameter={parameter} {...nameOf(id, locale)} />)}
          </For>
        </ul>
      </Fact>
    </Show>
  )
}

/** Items are about the same things again and again. */
const rows = createKept(2000)

function Row(props: Named & Pick<NamedFactProps, "parameter">): JSX.Element {
  return (
    <li>
      <a href={subjectPath(usePage().locale, props.parameter, props.value)}>
        <bdi>{props.name}</bdi>
      </a>
    </li>
  )
}
