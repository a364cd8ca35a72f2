import type { ItemQuery, KindName, Page, Unmatched } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { everyLanguage } from "../question.js"
import { partsOf } from "./asked.js"
import { countOf } from "./count.js"
import { plain } from "./plain.js"
import { waysOut } from "./ways-out.js"

/** The items that a list leaves out because they have no date: the question that finds them, and how many it does. */
export type Undated = { asked: ItemQuery; total: number }

type EmptyListProps = {
  asked: ItemQuery
  kind?: KindName | undefined
  /** How many there are in all languages; absent where those were asked for. */
  elsewhere?: number | undefined
  undated?: readonly Undated[] | undefined
  page: Page
}

/** What to do when nothing was found. */
export function EmptyList(props: EmptyListProps): JSX.Element {
  const { locale, messages } = usePage()
  const words = messages.list
  const everywhere = () => {
    const { cursor: _, ...first } = props.asked
    return listPath(locale, props.kind, { ...first, locale: [everyLanguage] })
  }
  const corrected = (q: string) => {
    const { cursor: _, ...first } = props.asked
    return listPath(locale, props.kind, { ...first, q })
  }
  const misspelt = () => (props.page.unmatched ?? []).filter(({ suggestion }) => suggestion !== undefined)
  const respelt = ({ parameter, value, suggestion }: Unmatched) => {
    const { cursor: _, ...first } = props.asked
    const values = (first[parameter] ?? []).map((one) => (one === value ? suggestion : one))
    return listPath(locale, props.kind, { ...first, [parameter]: values })
  }
  const saidOf = (asked: ItemQuery, total: number) => {
    const parts = partsOf(asked, props.kind, locale, messages).filter((part) => part.without !== undefined)
    return [countOf(total, props.kind, locale), ...parts.map(({ text }) => text)].join(", ")
  }
  return (
    <div class="empty">
      <p class="summary">{props.asked.q === undefined ? words.noneHere : words.noneFor(plain(props.asked.q))}</p>
      <p>{words.tryThis}</p>
      <ul>
        <Show when={props.page.didYouMean}>
          {(words) => (
            <li>
              <a href={corrected(words())}>{messages.list.didYouMean(words())}</a>
            </li>
          )}
        </Show>
        <For each={misspelt()}>
          {(one) => (
            <li>
              <a href={respelt(one)}>{words.didYouMean(one.suggestion ?? "")}</a>
            </li>
          )}
        </For>
        <Show when={(props.elsewhere ?? 0) > 0}>
          <li>
            <a href={everywhere()}>{words.elsewhere(new Intl.NumberFormat(locale).format(props.elsewhere ?? 0))}</a>
          </li>
        </Show>
        <For each={waysOut(props.asked, props.kind, props.page, locale, messages)}>
          {({ name, asked }) => (
            <li>
              <a href={listPath(locale, props.kind, asked)}>{words.withoutThis(name)}</a>
            </li>
          )}
        </For>
        <For each={props.undated}>
          {({ asked, total }) => (
            <li>
              <a href={listPath(locale, props.kind, asked)}>{saidOf(asked, total)}</a>
            </li>
          )}
        </For>
        <Show when={props.asked.q}>
          <li>{words.tryFewer}</li>
        </Show>
        <li>
          <a href={listPath(locale, props.kind)}>{props.kind === undefined ? words.everything : words.wholeList}</a>
        </li>
      </ul>
    </div>
  )
}
