import type { Highlight, Item } from "@pg/domain"
import { type JSX, Show } from "solid-js"
import { Dynamic } from "solid-js/web"
import { usePage } from "../page-context.js"
import { itemPath } from "../paths.js"
import { ItemText } from "./item-text.js"

/** What every kind's card is given: the item, how deep its heading is on the page, and what a search found in it. */
export type CardProps<I extends Item = Item> = { item: I; level: 2 | 3; highlights?: Highlight[] | undefined }

/**
 * An item in a list. Its kind gives it a label, what stands in the margin beside it (as a rule its date), and a line
 * below; and its form, by its name as a class.
 */
export function Entry(
  props: CardProps & { label: JSX.Element; margin: JSX.Element; children?: JSX.Element },
): JSX.Element {
  const { locale } = usePage()
  const found = (field: Highlight["field"]) => props.highlights?.find((highlight) => highlight.field === field)
  const excerpt = () => found("summary") ?? found("body")
  return (
    <article class={`entry ${props.item.kind}`}>
      <p class="margin">{props.margin}</p>
      <div class="words">
        <p class="label">
          {props.label}
          <Show when={props.item.kicker}>
            {(kicker) => (
              <>
                <span class="dot"> · </span>
                <ItemText text={kicker()} locale={props.item.locale} />
              </>
            )}
          </Show>
        </p>
        <Dynamic component={`h${props.level}`}>
          <a href={itemPath(locale, props.item)}>
            <ItemText text={props.item.title} locale={props.item.locale} marks={found("title")?.marks} />
          </a>
        </Dynamic>
        <Show
          when={excerpt()}
          fallback={
            <Show when={props.item.summary}>
              {(summary) => (
                <p class="summary">
                  <ItemText text={summary()} locale={props.item.locale} />
                </p>
              )}
            </Show>
          }
        >
          {(highlight) => (
            <p class="summary">
              <ItemText text={highlight().text} locale={props.item.locale} marks={highlight().marks} />
            </p>
          )}
        </Show>
        {props.children}
      </div>
    </article>
  )
}
