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
  const { item, level, highlights } = props
  const length = item.title.length > 500 ? "endless" : undefined
  const title = <Title item={item} level={level} highlights={highlights} />
  return (
    <article class={`entry ${item.kind}`}>
      <p class="margin">{props.margin}</p>
      <div class="words">
        <p class="label">{props.label}</p>
        <Show when={item.kicker}>
          {(kicker) => (
            <p class="kicker">
              <ItemText text={kicker()} locale={item.locale} />
            </p>
          )}
        </Show>
        {level === 2 ? <h2 class={length}>{title}</h2> : <h3 class={length}>{title}</h3>}
        <Summary item={item} level={level} highlights={highlights} />
      </div>
    </article>
  )
}

function Title(props: CardProps): JSX.Element {
  const { locale } = usePage()
  const { item, highlights } = props
  const marks = highlights?.find(({ field }) => field === "title")?.marks
  return (
    <a href={itemPath(locale, item)}>
      <ItemText text={item.title} locale={item.locale} marks={marks} />
    </a>
  )
}

/** The part of the item in which a search found its words, else its summary. */
function Summary(props: CardProps): JSX.Element {
  const { item, highlights } = props
  const found = highlights?.find(({ field }) => field !== "title")
  return (
    <Show when={found?.text ?? item.summary}>
      {(text) => (
        <p class="summary">
          <ItemText text={text()} locale={item.locale} marks={found?.marks} />
        </p>
      )}
    </Show>
  )
}
