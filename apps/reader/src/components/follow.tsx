import type { ItemQuery, Page } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { apiListPath, followPath, listPath } from "../paths.js"
import { toApiQuery, type Wrong } from "../question.js"
import { partsOf } from "./asked.js"
import { Card } from "./card.js"
import { countOf, formatCount } from "./count.js"
import { FollowForm } from "./follow-form.js"
import { calendar, feeds, type Way } from "./ways.js"
import { WrongQuestion } from "./wrong-question.js"

type FollowProps = {
  asked: ItemQuery
  /** The formats whose addresses are wanted, the one that was asked for first. */
  ways: readonly Way[]
  /** The newest that there is now; absent where the question cannot be answered. */
  page: Page | undefined
  /** How many of all there are a calendar does not hold, where one is wanted. */
  notInCalendar: number
  wrong: readonly Wrong[]
}

/** How to follow the newsroom: what that is, a form that says what, and the addresses that it makes. */
export function Follow(props: FollowProps): JSX.Element {
  const { locale, messages } = usePage()
  const words = messages.follow
  return (
    <div class="following">
      <header>
        <h1>{words.title}</h1>
        <p>{words.feedIs}</p>
        <p>{words.calendarIs}</p>
      </header>
      <FollowForm asked={props.asked} as={props.ways[0]?.extension} />
      <Show
        when={props.page}
        fallback={<WrongQuestion asked={props.asked} wrong={props.wrong} path={followPath(locale, props.asked)} />}
      >
        {(page) => (
          <>
            <section class="addresses" aria-labelledby="addresses">
              <h2 id="addresses">{words.addresses}</h2>
              <p class="summary">
                <Said {...props} total={page().total} />
              </p>
              <Show when={props.notInCalendar > 0}>
                <p class="quiet">
                  {words.notInCalendar(formatCount(props.notInCalendar, locale), props.notInCalendar === 1)}
                </p>
              </Show>
              <For each={props.ways}>{(way) => <Address way={way} asked={props.asked} />}</For>
              <Address way={undefined} asked={props.asked} />
            </section>
            <section class="entries">
              <h2>{words.now}</h2>
              <For each={page().items} fallback={<p>{words.nothingYet}</p>}>
                {(item) => <Card item={item} level={3} />}
              </For>
              <Show when={page().total > page().items.length}>
                <p class="more">
                  <a href={listPath(locale, undefined, props.asked)}>{words.whole}</a>
                </p>
              </Show>
            </section>
          </>
        )}
      </Show>
    </div>
  )
}

/** What is followed, as a sentence in which each condition can be taken away. */
function Said(props: FollowProps & { total: number }): JSX.Element {
  const { locale, messages } = usePage()
  const [kind, ...more] = props.asked.kind ?? []
  const only = more.length === 0 ? kind : undefined
  const parts = () => partsOf(props.asked, undefined, locale, messages)
  return (
    <>
      <strong>{countOf(props.total, only, locale)}</strong>
      <For each={parts()}>
        {(part) => (
          <>
            {only !== undefined && part.name === "kind" ? "" : `, ${part.text}`}
            <Show when={part.without}>
              {(without) => (
                <a
                  class="remove"
                  href={followPath(locale, without(), asOf(props.ways))}
                  aria-label={messages.list.remove(part.text)}
                >
                  <span aria-hidden="true">×</span>
                </a>
              )}
            </Show>
          </>
        )}
      </For>
    </>
  )
}

const asOf = ([way]: readonly Way[]) => (way?.extension === feeds[0] ? undefined : way?.extension)

/** One address, whole; of the API's own query where no format is given. */
function Address(props: { way: Way | undefined; asked: ItemQuery }): JSX.Element {
  const { locale, messages, siteUrl } = usePage()
  const words = messages.follow
  const { way } = props
  const path = apiListPath(way ? `.${way.extension}` : "", toApiQuery(props.asked, locale))
  const title = way ? (feeds.includes(way.extension) ? words.feed(way.title) : way.title) : words.query
  const use = way === undefined ? words.queryUse : feeds.includes(way.extension) ? words.feedUse : undefined
  return (
    <div class="address-of">
      <h3>{title}</h3>
      <Show when={way?.extension === calendar ? words.calendarUse : use}>
        {(text) => <p class="quiet">{text()}</p>}
      </Show>
      <code>{siteUrl + path}</code>
      <p class="actions">
        <a href={path} type={way?.mediaType ?? "application/json"}>
          {words.open(way?.title ?? words.query)}
        </a>
        <Show when={way?.extension === calendar}>
          <a href={(siteUrl + path).replace(/^https?:/, "webcal:")}>{words.subscribe}</a>
        </Show>
      </p>
    </div>
  )
}
