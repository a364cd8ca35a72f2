import type { Event } from "@pg/domain"
import { For, Show } from "solid-js"
import { Issued } from "../components/dates.js"
import { Entry } from "../components/entry.js"
import { ListViews } from "../events/event-views.js"
import { Fact } from "../components/facts.js"
import { ItemPage } from "../components/item-page.js"
import { Label } from "../components/label.js"
import { nameBody } from "../components/names.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { Dateline } from "./event-dateline.js"
import { Reason } from "./event-reason.js"
import { Registration, RegistrationLine, RegistrationLink } from "./event-registration.js"
import { Sessions } from "./event-sessions.js"
import { eventWords } from "./event-words.js"
import type { KindView } from "./kind-view.js"

/** Events: their own dates come first, and whether they take place as planned. */
export const event: KindView<Event> = {
  words: eventWords,
  dates: ["when", "issued"],
  Views: ListViews,

  Card: (props) => (
    <Entry
      item={props.item}
      level={props.level}
      highlights={props.highlights}
      label={<Label item={props.item} words={eventWords[usePage().locale]} />}
      margin={
        <>
          <Dateline item={props.item} />
          <Announced item={props.item} />
          <RegistrationLine item={props.item} isInList />
        </>
      }
    />
  ),

  Page: (props) => (
    <ItemPage
      item={props.item}
      translations={props.translations}
      related={props.related}
      bodyHtml={props.bodyHtml}
      isDraft={props.isDraft}
      words={eventWords[usePage().locale]}
      margin={
        <>
          <p class="dateline">
            <Dateline item={props.item} />
            <RegistrationLine item={props.item} />
          </p>
          <Reason item={props.item} changes={props.changes} />
          <RegistrationLink item={props.item} />
        </>
      }
      facts={<Facts item={props.item} />}
    >
      <Sessions item={props.item} />
      <Registration item={props.item} />
    </ItemPage>
  ),
}

/** In a list, an event without dates says when it was announced, by which it has its place there. */
function Announced(props: { item: Event }) {
  const isDated = () => props.item.when !== undefined || props.item.sessions.some(({ when }) => when !== undefined)
  return (
    <Show when={!isDated() && (props.item.issued ?? props.item.issuedBounds)}>
      {" "}
      <span class="reported">
        {eventWords[usePage().locale].announced} <Issued item={props.item} />
      </span>
    </Show>
  )
}

function Facts(props: { item: Event }) {
  const { locale } = usePage()
  const words = eventWords[locale]
  return (
    <>
      <Fact name={words.issued}>
        <Issued item={props.item} />
      </Fact>
      <Show when={props.item.eventAttendanceMode}>
        {(mode) => <Fact name={words.attendance}>{words.modes[mode()]}</Fact>}
      </Show>
      <Show when={props.item.organisers.length > 0}>
        <Fact name={words.organisers}>
          <ul>
            <For each={props.item.organisers.map((id) => nameBody(id, locale))}>
              {({ name, value }) => (
                <li>
                  <a href={listPath(locale, undefined, { body: [value] })}>
                    <bdi>{name}</bdi>
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Fact>
      </Show>
    </>
  )
}
