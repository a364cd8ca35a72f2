import type { Item, ItemQuery, KindName } from "@pg/domain"
import type { Component } from "solid-js"
import type { DateFilter } from "../choices.js"
import type { CardProps } from "../components/entry.js"
import type { ItemPageProps } from "../components/item-page.js"
import type { PageLocale } from "../messages/languages.js"
import type { KindWords } from "./kind-words.js"

/** What a kind shows of itself, so that nothing else needs to ask which kind it has. */
export type KindView<I extends Item> = {
  words: Record<PageLocale, KindWords>
  /** The filters by date that make sense for it; the timeline of its list is of the first. */
  dates: readonly DateFilter[]
  Card: Component<CardProps<I>>
  Page: Component<ItemPageProps<I>>
  /** Other ways to look at the list of it, where it has some; stands under the heading. */
  Views?: Component<{ asked: ItemQuery }>
}

/** The view of each kind, by its name. */
export type KindViews = { [Name in KindName]: KindView<Extract<Item, { kind: Name }>> }
