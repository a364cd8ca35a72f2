import type { Item, Source, When } from "@pg/domain"
import { formatEdtf, formatWhen } from "@pg/domain/dates"
import { For, type JSX, Show } from "solid-js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { directionOf } from "./direction.js"
import { useFieldName } from "./field-name.js"
import { nameBody, nameCountry, nameTopic } from "./names.js"
import { placesInWords } from "./places.js"

/** Of the characters that were read those that say a thing otherwise than the item does, and what they became. */
export function ReadAs(props: { source: Source; item: Item }): JSX.Element {
  const { locale, messages } = usePage()
  const nameField = useFieldName()
  const read = () =>
    Object.entries(props.source.spans).flatMap(([path, { text }]) => {
      const value = valueAt(path, props.item, locale)
      return value === undefined || isSame(value, text) ? [] : [{ field: nameField(path), text, value }]
    })
  return (
    <Show when={read().length > 0}>
      <h3>{messages.reading.readAs}</h3>
      <ul class="reasons">
        <For each={read()}>
          {({ field, text, value }) => (
            <li>
              <span class="field">{field}</span>{" "}
              <span>
                <q lang={props.item.locale} dir={directionOf(props.item.locale)}>
                  {text}
                </q>
                <span class="value">{value}</span>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

const isSame = (value: string, text: string) => value.toLowerCase() === text.toLowerCase()

/** What an item says at the path of a field that has a value of its own, in words. */
function valueAt(path: string, item: Item, locale: PageLocale): string | undefined {
  const [field = "", index] = path.split(".")
  const at = (values: readonly string[]) => values[Number(index)]
  const { when, location }: { when?: When | undefined; location?: Item["location"] } = item as Partial<Item>
  const values: Record<string, () => string | undefined> = {
    topics: () => named(nameTopic, at(item.topics), locale),
    countries: () => named(nameCountry, at(item.countries), locale),
    bodies: () => named(nameBody, at(item.bodies), locale),
    issued: () => item.issued && formatEdtf(item.issued, locale),
    when: () => when && formatWhen(when, locale),
    location: () => location && placesInWords({ location }, locale),
  }
  return values[field]?.()
}

const named = (nameOf: typeof nameTopic, id: string | undefined, locale: PageLocale) =>
  id === undefined ? undefined : nameOf(id, locale).name
