import type { Event, ItemQuery, Page } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { AgendaEntry } from "./agenda-entry.js"
import { eventViewWords } from "./words.js"
import { usePage } from "../page-context.js"
import { agendaPath, listPath } from "../paths.js"
import { Conditions } from "./conditions.js"
import { countOf } from "../components/count.js"
import { EventViews } from "./event-views.js"
import { Elsewhere } from "../components/listing.js"
import { nameMonth } from "./month.js"
import { groupByMonth } from "./month-groups.js"

type AgendaProps = {
  asked: ItemQuery
  page: Page
  /** How many events that meet the other filters have no dates. */
  undated: number
  /** How many are over. */
  past: number
}

/** Events by the month in which they begin, and how many there are that say no dates. */
export function Agenda(props: AgendaProps): JSX.Element {
  const { locale, messages, today } = usePage()
  const words = eventViewWords[locale]
  const { asked, page } = props
  const { when = "upcoming", ...filters } = asked
  const isRelative = when === "upcoming" || when === "past"
  const what = when === "upcoming" ? words.comingUp : when === "past" ? words.over : ""
  const count = countOf(page.total, "event", locale)
  const { cursor: _, ...first } = filters
  const groups = groupByMonth(page.items as Event[], when === "upcoming" ? today : undefined)
  const undated = () => words.undated(countOf(props.undated, "event", locale), props.undated === 1)
  return (
    <div class="listing agenda one-kind">
      <header>
        <h1>{words.agendaTitle}</h1>
        <EventViews
          view="agenda"
          asked={asked}
          times={[
            { name: "upcoming", path: agendaPath(locale, first), isCurrent: when === "upcoming" },
            { name: "past", path: agendaPath(locale, { ...first, when: "past" }), isCurrent: when === "past" },
          ]}
        />
        <Conditions
          count={page.totalIsAtLeast ? messages.list.atLeast(count) : count}
          what={what}
          asked={isRelative ? first : { ...first, when }}
          pathOf={(query) => agendaPath(locale, isRelative && when === "past" ? { ...query, when } : query)}
        />
      </header>
      <div class="entries">
        <For each={groups} fallback={<Nothing past={when === "upcoming" ? props.past : 0} asked={first} />}>
          {({ month, items }) => (
            <section>
              <h2>
                {month === "begun" ? (
                  words.begun
                ) : month.length === 4 ? (
                  words.noMonth(month)
                ) : (
                  <time datetime={month}>{nameMonth(month, locale)}</time>
                )}
              </h2>
              <For each={items}>{(item) => <AgendaEntry item={item} />}</For>
            </section>
          )}
        </For>
        <Show when={props.undated > 0}>
          <p class="undated">
            <Show when={first.missing === undefined} fallback={undated()}>
              <a href={listPath(locale, "event", { ...first, missing: ["when"] })}>{undated()}</a>
            </Show>
          </p>
        </Show>
        <Paging asked={asked} next={page.next} />
        <Elsewhere asked={{ ...first, when }} kind="event" />
      </div>
    </div>
  )
}

/** That nothing is to come, and the way to what was. */
function Nothing(props: { past: number; asked: ItemQuery }): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  return (
    <p class="nothing">
      {words.nothing}{" "}
      <Show when={props.past > 0}>
        <a href={agendaPath(locale, { ...props.asked, when: "past" })}>
          {countOf(props.past, "event", locale)} {words.over}
        </a>
      </Show>
    </p>
  )
}

/** Forward from cursor to cursor, and back to the beginning. */
function Paging(props: { asked: ItemQuery; next: string | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const { cursor, ...first } = props.asked
  return (
    <Show when={cursor !== undefined || props.next !== undefined}>
      <nav class="paging" aria-label={messages.list.paging}>
        <Show when={cursor}>
          <a href={agendaPath(locale, first)}>{messages.list.first}</a>
        </Show>
        <Show when={props.next}>
          {(next) => (
            <a class="next" rel="next" href={agendaPath(locale, { ...first, cursor: next() })}>
              {messages.list.next}
            </a>
          )}
        </Show>
      </nav>
    </Show>
  )
}
