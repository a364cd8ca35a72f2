import type { Item } from "@pg/domain"
import { type JSX, Show } from "solid-js"
import type { KindWords } from "../kinds/kind-words.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { Body } from "./body.js"
import { Subjects } from "./facts.js"
import { Files, Links } from "./files.js"
import { Forms } from "./forms.js"
import { ItemText } from "./item-text.js"
import { nameType } from "./label.js"
import { Reading } from "./reading.js"
import { Translations } from "./translations.js"

/** In characters: a title from which on it is set smaller. */
const longTitle = 160

/** What every kind's page is given: the item, its translations, and what it stands in a relation to, rendered. */
export type ItemPageProps<I extends Item = Item> = {
  item: I
  translations: readonly Item[]
  related: JSX.Element
}

type KindProps = {
  words: KindWords
  /** What stands in the margin: when and where. */
  margin: JSX.Element
  /** The kind's own rows of the facts. */
  facts?: JSX.Element
  /** The kind's own sections, after the text. */
  children?: JSX.Element
}

/** The page of an item of any kind; the kind gives the words, the margin, and what only it has. */
export function ItemPage(props: ItemPageProps & KindProps): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <article class={`item ${props.item.kind}`}>
      <header>
        <p class="label">
          <a href={listPath(locale, props.item.kind)}>{props.words.title}</a>
          <Show when={props.item.type}>
            {(type) => (
              <>
                <span class="dot"> · </span>
                <a href={listPath(locale, props.item.kind, { type: [type()] })}>{nameType(type(), props.words)}</a>
              </>
            )}
          </Show>
        </p>
        <Show when={props.item.kicker}>
          {(kicker) => (
            <p class="kicker">
              <ItemText text={kicker()} locale={props.item.locale} />
            </p>
          )}
        </Show>
        <h1 dir="auto" class={props.item.title.length > longTitle ? "long" : undefined}>
          <ItemText text={props.item.title} locale={props.item.locale} />
        </h1>
        <Show when={props.item.subtitle}>
          {(subtitle) => (
            <p class="subtitle">
              <ItemText text={subtitle()} locale={props.item.locale} />
            </p>
          )}
        </Show>
      </header>
      <div class="margin">
        {props.margin}
        <Translations item={props.item} translations={props.translations} />
      </div>
      <div class="text">
        <Body item={props.item} />
        {props.children}
        <Files heading={messages.item.files} files={props.item.attachments} />
        <Links links={props.item.links} />
        {props.related}
        <Reading item={props.item} />
      </div>
      <aside class="facts" aria-label={messages.item.about}>
        <dl>
          {props.facts}
          <Subjects item={props.item} />
          <Forms item={props.item} />
        </dl>
      </aside>
    </article>
  )
}
