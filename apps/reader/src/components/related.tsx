import type { Item } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { Card } from "./card.js"

/** An item to which another one stands in a relation, by the relation's name. */
export type Related = { rel: string; item: Item }

/** The items that belong to another one, under what they are to it. */
export function RelatedItems(props: { related: readonly Related[] }): JSX.Element {
  const { messages } = usePage()
  const groups = () => Object.entries(Object.groupBy(props.related, ({ rel }) => rel))
  return (
    <Show when={groups().length > 0}>
      <div class="relations">
        <For each={groups()}>
          {([rel, group = []]) => (
            <section class="related">
              <h2>{messages.relations[rel] ?? messages.relations.other}</h2>
              <For each={group}>{({ item }) => <Card item={item} level={3} />}</For>
            </section>
          )}
        </For>
      </div>
    </Show>
  )
}
