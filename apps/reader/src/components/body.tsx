import type { Item } from "@pg/domain"
import { type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { directionOf } from "./direction.js"
import { ItemText } from "./item-text.js"
import { Picture } from "./picture.js"

/** What there is to read of an item: its summary, its picture, its text. */
export function Body(props: { item: Item; html: string | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const { item } = props
  const language = () => (item.locale === locale ? undefined : item.locale)
  const direction = () => directionOf(item.locale)
  return (
    <>
      <Show when={isExcerpt(item) ? undefined : item.summary}>
        {(summary) => (
          <p class="summary" dir={direction()}>
            <ItemText text={summary()} locale={item.locale} />
          </p>
        )}
      </Show>
      <Show when={item.summaryTruncated && item.body === undefined}>
        <p class="quiet cut">{messages.item.cut}</p>
      </Show>
      <Show when={item.image}>
        {(image) => (
          <figure>
            <Picture image={image()} lang={language()} />
            <Show when={image().credit}>
              {(credit) => (
                <figcaption class="quiet">
                  {messages.item.credit} <bdi>{credit()}</bdi>
                </figcaption>
              )}
            </Show>
          </figure>
        )}
      </Show>
      <Show when={props.html}>
        {(html) => <div class="body" lang={language()} dir={direction()} innerHTML={html()} />}
      </Show>
    </>
  )
}

/** A summary that the source cut short is the beginning of a text: where the text itself is there, it says no more. */
const isExcerpt = ({ summaryTruncated, body }: Item): boolean => summaryTruncated && body !== undefined
