import type { Item, KindName } from "@pg/domain"
import type { Component } from "solid-js"
import type { CardProps } from "../components/entry.js"
import type { Related } from "../components/related.js"
import type { PageLocale } from "../messages/languages.js"

/** The words of a kind, in one language: its name, of one and of many, and those of its types. */
export type KindWords = {
  title: string
  one: string
  count: (count: string, isOne: boolean) => string
  types: Record<string, string>
}

/** What a kind shows of itself, so that nothing else needs to ask which kind it has. */
export type KindView<I extends Item> = {
  words: Record<PageLocale, KindWords>
  /** The filters by date that make sense for it. */
  dates: readonly ("issued" | "when")[]
  Card: Component<CardProps<I>>
  Page: Component<{ item: I; related: Related[] }>
}

/** The view of each kind, by its name. */
export type KindViews = { [Name in KindName]: KindView<Extract<Item, { kind: Name }>> }
