import type { Highlight, Item } from "@pg/domain"
import { type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { itemPath } from "../paths.js"
import { ItemText } from "./item-text.js"

/** What every kind's card is given: the item, how deep its heading is on the page, and what a search found in it. */
export type CardProps<I extends Item = Item> = { item: I; level: 2 | 3; highlights?: Highlight[] | undefined }

/**
 * An item in a list. Its kind gives it a label, what stands in the margin beside it (as a rule its date), and a line
 * below; and its form, by its name as a class.
 */
export function Entry(props: CardProps & { label: JSX.Element; margin: JSX.Element }): JSX.Element {
  return (
    <article class={`entry ${props.item.kind}`}>
      <p class="margin">{props.margin}</p>
      <div class="words">
        <p class="label">{props.label}</p>
        <Show when={props.item.kicker}>
          {(kicker) => (
            <p class="kicker">
              <ItemText text={kicker()} locale={props.item.locale} />
            </p>
          )}
        </Show>
        <Show
          when={props.level === 2}
          fallback={
            <h3>
              <Title {...props} />
            </h3>
          }
        >
          <h2>
            <Title {...props} />
          </h2>
        </Show>
        <Summary {...props} />
      </div>
    </article>
  )
}

function Title(props: CardProps): JSX.Element {
  const { locale } = usePage()
  const marks = () => props.highlights?.find(({ field }) => field === "title")?.marks
  return (
    <a href={itemPath(locale, props.item)}>
      <ItemText text={props.item.title} locale={props.item.locale} marks={marks()} />
    </a>
  )
}

/** The part of the item in which a search found its words, else its summary. */
function Summary(props: CardProps): JSX.Element {
  const found = () => props.highlights?.filter(({ field }) => field !== "title")[0]
  return (
    <Show when={found()?.text ?? props.item.summary}>
      {(text) => (
        <p class="summary">
          <ItemText text={text()} locale={props.item.locale} marks={found()?.marks} />
        </p>
      )}
    </Show>
  )
}
