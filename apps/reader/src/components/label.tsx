import type { Item } from "@pg/domain"
import { type JSX, Show } from "solid-js"
import type { KindWords } from "../kinds/kind-words.js"
import { nameUnknown } from "./names.js"

/** What an item is: its kind's word, and its type where it has one. */
export function Label(props: { item: Item; words: KindWords }): JSX.Element {
  return (
    <>
      <span class="kind">{props.words.one}</span>
      <Show when={props.item.type}>
        {(type) => (
          <>
            <span class="dot"> · </span>
            <span class="type">{nameType(type(), props.words)}</span>
          </>
        )}
      </Show>
    </>
  )
}

/** A type's name; one that this version does not know is shown as it stands, in words. */
export const nameType = (type: string, words: KindWords): string => words.types[type] ?? nameUnknown(type)
