import type { Item } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { createKept } from "./kept.js"
import { nameBody, nameCountry, type Named, nameTopic } from "./names.js"

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
                  <a href={listPath(locale, undefined, { q: person.slice(0, 200) })}>
                    <bdi>{person}</bdi>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Fact>
      </Show>
    </>
  )
}

type NamedFactProps = {
  name: string
  parameter: "topic" | "country" | "body"
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
      <a href={listPath(usePage().locale, undefined, { [props.parameter]: [props.value] })}>
        <bdi>{props.name}</bdi>
      </a>
    </li>
  )
}
