import type { FacetName, FacetValue, ItemQuery, KindName } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { choose, dateIn } from "../choices.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { without, withoutValue } from "../question.js"
import { formatCount } from "./count.js"

type FrequentProps = {
  facet: FacetName
  label: string
  asked: ItemQuery
  kind: KindName | undefined
  values: readonly FacetValue[]
  nameOf: (value: FacetValue) => string
}

/** The values by which a list is narrowed most often, as links; those that are chosen stand first and can be taken away. */
export function Frequent(props: FrequentProps): JSX.Element {
  const { locale, messages } = usePage()
  const date = () => dateIn(props.facet)
  const parameter = () => (date() ?? props.facet) as keyof ItemQuery
  const chosen = () => [props.asked[parameter()] ?? []].flat().map(String)
  const isChosen = ({ value }: FacetValue) => chosen().includes(value)
  const taken = () => props.values.filter(isChosen)
  const others = () => props.values.filter((value) => !isChosen(value)).slice(0, mostFrequent)
  const removed = (value: string) =>
    date() === undefined ? withoutValue(props.asked, parameter(), value) : without(props.asked, parameter(), "cursor")
  return (
    <Show when={taken().length + others().length > 0}>
      <ul class="frequent" aria-label={props.label}>
        <For each={taken()}>
          {(value) => (
            <li>
              <a
                class="taken"
                href={listPath(locale, props.kind, removed(value.value))}
                aria-label={messages.list.remove(props.nameOf(value))}
              >
                <bdi>{props.nameOf(value)}</bdi> <span aria-hidden="true">×</span>
              </a>
            </li>
          )}
        </For>
        <For each={others()}>
          {(value) => (
            <li>
              <a href={listPath(locale, props.kind, choose(props.asked, props.facet, value.value))}>
                <bdi>{props.nameOf(value)}</bdi> <span class="number">{formatCount(value.countIfChosen, locale)}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

/** How many values stand there as links. */
export const mostFrequent = 5
