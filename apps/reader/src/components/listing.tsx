import type { ItemQuery, KindName, Page } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { apiListPath, followPath, listPath } from "../paths.js"
import { toApiQuery, without, type Wrong } from "../question.js"
import { Timeline } from "./timeline.js"
import { waysOf } from "./ways.js"
import { Asked } from "./asked.js"
import { Card } from "./card.js"
import { EmptyList, type Undated } from "./empty-list.js"
import { Filters } from "./filters.js"
import { WrongQuestion } from "./wrong-question.js"

type ListingProps = {
  heading: string
  kind?: KindName | undefined
  asked: ItemQuery
  /** Absent where the question cannot be answered; then `wrong` says why. */
  page?: Page | undefined
  wrong: readonly Wrong[]
  /** How many there would be in all languages; asked only where there are none in the page's. */
  elsewhere?: number | undefined
  /** What a filter by date leaves out. */
  undated?: readonly Undated[] | undefined
  /** What stands under the heading. */
  children?: JSX.Element
}

/** A list of items: what it shows in words, the filters, the items, and the way to the next page. */
export function Listing(props: ListingProps): JSX.Element {
  const { messages } = usePage()
  return (
    <div class={props.kind === undefined ? "listing" : "listing one-kind"}>
      <header>
        <h1>{props.heading}</h1>
        {props.children}
        <Show when={props.page}>{(page) => <Asked asked={props.asked} kind={props.kind} page={page()} />}</Show>
        <For each={props.page?.acronyms}>
          {({ short, long }) => <p class="quiet">{messages.list.sameAs(short, long)}</p>}
        </For>
        <Timeline asked={props.asked} kind={props.kind} facets={props.page?.facets} undated={props.undated} />
      </header>
      <details class="narrow">
        <summary>{messages.filters.open}</summary>
        <Filters asked={props.asked} kind={props.kind} facets={props.page?.facets} />
      </details>
      <Show when={props.page} fallback={<WrongQuestion asked={props.asked} kind={props.kind} wrong={props.wrong} />}>
        {(page) => (
          <div class="entries">
            <For
              each={page().items}
              fallback={
                <EmptyList
                  asked={props.asked}
                  kind={props.kind}
                  elsewhere={props.elsewhere}
                  undated={props.undated}
                  page={page()}
                />
              }
            >
              {(item) => <Card item={item} level={2} highlights={page().highlights?.[item.id]} />}
            </For>
            <Paging asked={props.asked} kind={props.kind} next={page().next} />
            <Elsewhere {...props} />
          </div>
        )}
      </Show>
    </div>
  )
}

/** Forward from cursor to cursor, and back to the beginning. */
function Paging(props: Pick<ListingProps, "asked" | "kind"> & { next: string | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const pathOf = (cursor?: string) => {
    const { cursor: _, ...first } = props.asked
    return listPath(locale, props.kind, cursor === undefined ? first : { ...first, cursor })
  }
  return (
    <Show when={props.asked.cursor !== undefined || props.next !== undefined}>
      <nav class="paging" aria-label={messages.list.paging}>
        <Show when={props.asked.cursor}>
          <a href={pathOf()}>{messages.list.first}</a>
        </Show>
        <Show when={props.next}>
          {(next) => (
            <a class="next" rel="next" href={pathOf(next())}>
              {messages.list.next}
            </a>
          )}
        </Show>
      </nav>
    </Show>
  )
}

/** The same list to follow and in every format that there is. */
export function Elsewhere(props: Pick<ListingProps, "asked" | "kind">): JSX.Element {
  const { locale, messages } = usePage()
  const first = without(props.asked, "cursor", "limit")
  const query = toApiQuery(first, locale, props.kind)
  return (
    <nav class="as" aria-label={messages.list.formats}>
      <a
        class="follows"
        href={followPath(locale, { ...without(first, "sort"), ...(props.kind && { kind: [props.kind] }) })}
      >
        {messages.follow.thisList}
      </a>
      <span>{messages.list.formats}</span>
      <ul>
        <For each={waysOf(locale)}>
          {({ extension, mediaType, title }) => (
            <li>
              <a href={apiListPath(`.${extension}`, query)} type={mediaType}>
                {title}
              </a>
            </li>
          )}
        </For>
        <li>
          <a href={apiListPath("", query)} type="application/json">
            {messages.follow.query}
          </a>
        </li>
      </ul>
    </nav>
  )
}
