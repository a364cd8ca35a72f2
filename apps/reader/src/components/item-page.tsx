import { type Item, type ItemChange, kindOf } from "@pg/domain"
import { isInCalendar } from "@pg/formats"
import { type JSX, Show } from "solid-js"
import type { KindWords } from "../kinds/kind-words.js"
import { usePage } from "../page-context.js"
import { apiItemPath, listPath } from "../paths.js"
import { Body } from "./body.js"
import { Cite } from "./cite.js"
import { directionOf } from "./direction.js"
import { Subjects } from "./facts.js"
import { Files, Links } from "./files.js"
import { Forms, Origin } from "./forms.js"
import { createKept } from "./kept.js"
import { ItemText } from "./item-text.js"
import { nameType } from "./label.js"
import { Reading } from "./reading.js"
import { Translations } from "./translations.js"

/** A long title is set smaller; one that is a text of its own, as such. */
const lengthOf = ({ length }: string) => (length > 500 ? "endless" : length > 160 ? "long" : undefined)

/** What every kind's page is given: the item, its translations, and what it stands in a relation to, rendered. */
export type ItemPageProps<I extends Item = Item> = {
  item: I
  translations: readonly Item[]
  related: JSX.Element
  /** Its body, where it has one, as HTML that is safe to stand here. */
  bodyHtml: string | undefined
  /** What has become of it, newest first; absent where that was not asked. */
  changes?: readonly ItemChange[] | undefined
  /** Nobody else sees it: what stands at its addresses, its other forms among them, comes with its publication. */
  isDraft: boolean
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
  const { item, words, translations } = props
  return (
    <article class={`item ${item.kind}`}>
      <header>
        <p class="label">
          {labels(`${locale} ${item.kind} ${item.type ?? ""}`, () => (
            <LabelLinks item={item} words={words} />
          ))}
        </p>
        <Show when={item.kicker}>
          {(kicker) => (
            <p class="kicker">
              <ItemText text={kicker()} locale={item.locale} />
            </p>
          )}
        </Show>
        <h1 dir={directionOf(item.locale)} class={lengthOf(item.title)}>
          <ItemText text={item.title} locale={item.locale} />
        </h1>
        <Show when={item.subtitle}>
          {(subtitle) => (
            <p class="subtitle">
              <ItemText text={subtitle()} locale={item.locale} />
            </p>
          )}
        </Show>
      </header>
      <div class="margin">
        {props.margin}
        <Show when={!props.isDraft && isPlanned(item)}>
          <p class="add-to-calendar">
            <a href={apiItemPath(item.id, ".ics")} type="text/calendar">
              {messages.record.calendar}
            </a>
          </p>
        </Show>
        <Translations item={item} translations={translations} />
      </div>
      <div class="text">
        <Body item={item} html={props.bodyHtml} />
        {props.children}
        <Files heading={messages.item.files} files={item.attachments} />
        <Links links={item.links} />
        {props.related}
        <Show when={!props.isDraft}>
          <Cite item={item} words={words} />
        </Show>
        <Reading item={item} />
      </div>
      <aside class="facts" aria-label={messages.item.about}>
        <dl>
          {props.facts}
          <Subjects item={item} />
          <Origin item={item} />
          <Show when={!props.isDraft}>
            <Forms item={item} />
          </Show>
        </dl>
      </aside>
    </article>
  )
}

/** Whether it takes place, on days that a calendar can have: those of what was called off are no days to note. */
const isPlanned = (item: Item): boolean =>
  isInCalendar(item) &&
  kindOf(item)
    .occurrences(item)
    .every(({ status }) => status === "CONFIRMED")

/** Each language has one of each kind and type. */
const labels = createKept(500)

/** What the item is, each word leading to all that is that. */
function LabelLinks(props: { item: Item; words: KindWords }): JSX.Element {
  const { locale } = usePage()
  const { item, words } = props
  return (
    <>
      <a href={listPath(locale, item.kind)}>{words.title}</a>
      <Show when={item.type}>
        {(type) => (
          <>
            <span class="dot"> · </span>
            <a href={listPath(locale, item.kind, { type: [type()] })}>{nameType(type(), words)}</a>
          </>
        )}
      </Show>
    </>
  )
}
