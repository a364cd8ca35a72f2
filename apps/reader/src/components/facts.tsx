import type { Item } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
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
  return (
    <>
      <NamedFact name={messages.item.topics} parameter="topic" ids={props.item.topics} nameOf={nameTopic} />
      <NamedFact name={messages.item.countries} parameter="country" ids={props.item.countries} nameOf={nameCountry} />
      <NamedFact name={messages.item.bodies} parameter="body" ids={props.item.bodies} nameOf={nameBody} />
      <Show when={props.item.people.length > 0}>
        <Fact name={messages.item.people}>
          <ul>
            <For each={props.item.people}>
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
  return (
    <Show when={props.ids.length > 0}>
      <Fact name={props.name}>
        <ul>
          <For each={props.ids.map((id) => props.nameOf(id, locale))}>
            {({ name, value }) => (
              <li>
                <a href={listPath(locale, undefined, { [props.parameter]: [value] })}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            )}
          </For>
        </ul>
      </Fact>
    </Show>
  )
}
