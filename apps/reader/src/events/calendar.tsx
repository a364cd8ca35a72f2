import type { Event, Item, ItemQuery } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { Status } from "../kinds/event-dateline.js"
import { eventViewWords } from "./words.js"
import { usePage } from "../page-context.js"
import type { NearestMonths } from "./nearest-months.js"
import { calendarPath, itemPath, listPath } from "../paths.js"
import { Conditions } from "./conditions.js"
import { countOf } from "../components/count.js"
import { WhenTime } from "../components/dates.js"
import { EventViews } from "./event-views.js"
import { ItemText } from "../components/item-text.js"
import { Elsewhere } from "../components/listing.js"
import { monthAfter, nameMonth } from "./month.js"
import { type InMonth, toMonthDays } from "./month-days.js"
import { MonthTable } from "./month-table.js"

/** In a month: what has more of them is a list's to show. */
export const mostShown = 300

type CalendarProps = {
  asked: ItemQuery
  month: string
  items: readonly Item[]
  total: number
  nearest: NearestMonths
  /** The month that was meant, where this one is shown because that one has nothing. */
  insteadOf: string | undefined
}

/** A month: a table of its days, what is sometime in it, and the way to the months around it. */
export function Calendar(props: CalendarProps): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  const { asked, month, items, total } = props
  const name = nameMonth(month, locale)
  const { byDay, sometime, meanwhile } = toMonthDays(items, month)
  return (
    <div class="listing calendar">
      <header>
        <h1>{words.calendarTitle(name)}</h1>
        <EventViews view="month" asked={{ ...asked, when: month }} times={[]} />
        <Show when={props.insteadOf}>
          {(present) => <p class="notice">{words.nearest(nameMonth(present(), locale))}</p>}
        </Show>
        <Conditions
          count={countOf(total, "event", locale)}
          what={words.inMonth(name)}
          asked={asked}
          pathOf={(query) => calendarPath(locale, month, query)}
        />
      </header>
      <div class="entries">
        <Months asked={asked} month={month} isEmpty={total === 0} nearest={props.nearest} />
        <MonthTable asked={asked} month={month} byDay={byDay} />
        <Show when={total > items.length}>
          <p class="more">
            <a href={listPath(locale, "event", { ...asked, when: month })}>
              {words.moreThanFit(new Intl.NumberFormat(locale).format(items.length))}
            </a>
          </p>
        </Show>
        <BesideTheDays heading={words.sometime(name)} items={sometime} />
        <BesideTheDays heading={words.meanwhile(name)} items={meanwhile} />
        <Elsewhere asked={{ ...asked, when: month }} kind="event" />
      </div>
    </div>
  )
}

/** Under the table, what is in the month and on no day of it. */
function BesideTheDays(props: { heading: string; items: readonly InMonth[] }): JSX.Element {
  const { locale } = usePage()
  return (
    <Show when={props.items.length > 0}>
      <section class="sometime">
        <h2>{props.heading}</h2>
        <ul>
          <For each={props.items}>
            {({ item, when }) => (
              <li>
                <Status status={(item as Event).eventStatus} />{" "}
                <a href={itemPath(locale, item)}>
                  <ItemText text={item.title} locale={item.locale} />
                </a>{" "}
                <span class="quiet">
                  <WhenTime when={when} />
                </span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/**
 * The months before and after, and where they have no events, the nearest that has. From an empty month nothing leads on
 * to where there is nothing more, so that nobody walks for ever.
 */
function Months(props: Pick<CalendarProps, "asked" | "month" | "nearest"> & { isEmpty: boolean }): JSX.Element {
  const { locale, today } = usePage()
  const words = eventViewWords[locale]
  const { asked, month, nearest, isEmpty } = props
  const present = today?.slice(0, 7)
  const pathOf = (other: string) => calendarPath(locale, other, asked)
  const ways = (
    [
      ["prev", monthAfter(month, -1), nearest.before],
      ["next", monthAfter(month), nearest.after],
    ] as const
  ).map(([rel, next, withEvents]) => ({
    rel,
    next: isEmpty && withEvents === undefined ? undefined : next,
    withEvents: withEvents === next ? undefined : withEvents,
  }))
  return (
    <nav class="months" aria-label={words.months}>
      <For each={ways}>
        {({ rel, next, withEvents }) => (
          <p class={rel}>
            <Show when={next}>
              {(other) => (
                <a rel={rel} href={pathOf(other())}>
                  {nameMonth(other(), locale)}
                </a>
              )}
            </Show>
            <Show when={withEvents}>
              {(other) => (
                <>
                  {" "}
                  <a class="far" href={pathOf(other())}>
                    {words.nearestWithEvents(nameMonth(other(), locale))}
                  </a>
                </>
              )}
            </Show>
          </p>
        )}
      </For>
      <Show when={present !== undefined && present !== month && present}>
        {(other) => (
          <p class="present">
            <a href={pathOf(other())}>{words.presentMonth}</a>
          </p>
        )}
      </Show>
    </nav>
  )
}
