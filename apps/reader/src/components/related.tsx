import type { Item } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { Card } from "./card.js"

/** An item to which another one stands in a relation, by the relation's name. */
export type Related = { rel: string; item: Item }

const translations = ["translationOf", "hasTranslation"]

/** Whether a relation is between two languages of the same text. */
export const isTranslation = ({ rel }: Pick<Related, "rel">): boolean => translations.includes(rel)

/** The items that belong to this one, under what they are to it; its translations are named elsewhere. */
export function RelatedItems(props: { related: readonly Related[] }): JSX.Element {
  const { messages } = usePage()
  const groups = () =>
    Object.entries(
      Object.groupBy(
        props.related.filter((one) => !isTranslation(one)),
        ({ rel }) => rel,
      ),
    )
  return (
    <Show when={groups().length > 0}>
      <For each={groups()}>
        {([rel, group = []]) => (
          <section class="related entries">
            <h2>{messages.relations[rel] ?? messages.relations.other}</h2>
            <For each={group}>{({ item }) => <Card item={item} level={3} />}</For>
          </section>
        )}
      </For>
    </Show>
  )
}
