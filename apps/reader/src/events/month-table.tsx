import type { Event, ItemQuery } from "@pg/domain"
import { formatEdtf } from "@pg/domain/dates"
import { For, type JSX, Show } from "solid-js"
import { isOff, Status } from "../kinds/event-dateline.js"
import { eventViewWords } from "./words.js"
import { usePage } from "../page-context.js"
import { itemPath, listPath } from "../paths.js"
import { ItemText } from "../components/item-text.js"
import { nameMonth, weekdays, weeksOf } from "./month.js"
import type { OnDay } from "./month-days.js"

type MonthTableProps = { asked: ItemQuery; month: string; byDay: ReadonlyMap<string, readonly OnDay[]> }

/** The weeks of a month. On a small screen the style makes a list of the days that have events of it: each says its name. */
export function MonthTable(props: MonthTableProps): JSX.Element {
  const { locale, today } = usePage()
  const names = weekdays(locale)
  return (
    <table class="month">
      <caption>{eventViewWords[locale].caption(nameMonth(props.month, locale))}</caption>
      <thead>
        <tr>
          <For each={names}>{(name) => <th scope="col">{name}</th>}</For>
        </tr>
      </thead>
      <tbody>
        <For each={weeksOf(props.month)}>
          {(week) => (
            <tr>
              <For each={week}>
                {(day, index) => (
                  <td aria-current={day !== undefined && day === today ? "date" : undefined}>
                    <Show when={day}>
                      {(day) => (
                        <Day
                          asked={props.asked}
                          day={day()}
                          weekday={names[index()]!}
                          things={props.byDay.get(day()) ?? []}
                        />
                      )}
                    </Show>
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
}

/** On a day; what is more is a list's to show. */
const mostOnDay = 6

function Day(props: { asked: ItemQuery; day: string; weekday: string; things: readonly OnDay[] }): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  const { asked, day, things } = props
  // In words a date begins with its day, which in French may be more than a number: « 1er mars ».
  const number = String(Number(day.slice(8)))
  return (
    <>
      <time datetime={day}>
        <span class="long">{props.weekday} </span>
        {number}
        <span class="long">{formatEdtf(day, locale).slice(number.length)}</span>
      </time>
      <Show when={things.length > 0}>
        <ul>
          <For each={things.slice(0, mostOnDay)}>{(thing) => <Thing {...thing} />}</For>
          <Show when={things.length > mostOnDay}>
            <li>
              <a href={listPath(locale, "event", { ...asked, when: day })}>
                {words.more(String(things.length - mostOnDay))}
              </a>
            </li>
          </Show>
        </ul>
      </Show>
    </>
  )
}

function Thing(props: OnDay): JSX.Element {
  const { locale } = usePage()
  const { item, occurrence, day, days } = props
  const title = () => <ItemText text={occurrence.title} locale={item.locale} />
  return (
    <li class={day > 1 ? "on" : undefined}>
      <Status status={(item as Event).eventStatus} />{" "}
      <a href={itemPath(locale, item)}>{isOff(item as Event) ? <s>{title()}</s> : title()}</a>
      <Show when={days > 1}>
        {" "}
        <span class="quiet">{eventViewWords[locale].dayOf(String(day), String(days))}</span>
      </Show>
    </li>
  )
}
