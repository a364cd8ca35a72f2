import type { Event } from "@pg/domain"
import { boundsOf } from "@pg/domain/dates"
import { type JSX, Show } from "solid-js"
import { Entry } from "../components/entry.js"
import { Label } from "../components/label.js"
import { nameMonth } from "./month.js"
import { usePage } from "../page-context.js"
import { Dateline } from "../kinds/event-dateline.js"
import { eventViewWords } from "./words.js"
import { RegistrationLine } from "../kinds/event-registration.js"
import { eventWords } from "../kinds/event-words.js"

/** An event under its month: when, where and what, and into which month it goes on. */
export function AgendaEntry(props: { item: Event }): JSX.Element {
  const { locale } = usePage()
  const { item } = props
  return (
    <Entry
      item={{ ...item, summary: undefined }}
      level={3}
      label={<Label item={item} words={eventWords[locale]} />}
      margin={
        <>
          <Dateline item={item} />
          <RegistrationLine item={item} isInList />
          <Show when={lastMonthOf(item)}>
            {(month) => (
              <>
                {" "}
                <span class="reported">{eventViewWords[locale].goesOn(nameMonth(month(), locale))}</span>
              </>
            )}
          </Show>
        </>
      }
    />
  )
}

/** The month in which an event ends, where it is another than that in which it begins, and both are stated. */
function lastMonthOf({ when }: Event): string | undefined {
  if (when?.end === undefined || !/^\d{4}-\d\d/.test(when.start) || !/^\d{4}-\d\d/.test(when.end)) return undefined
  const month = boundsOf(when.end).latest?.slice(0, 7)
  return month === when.start.slice(0, 7) ? undefined : month
}
