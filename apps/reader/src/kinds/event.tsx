import type { Event } from "@pg/domain"
import { For, Show } from "solid-js"
import { EdtfTime, Issued, WhenTime } from "../components/dates.js"
import { Entry } from "../components/entry.js"
import { ListViews } from "../events/event-views.js"
import { Fact } from "../components/facts.js"
import { ItemPage } from "../components/item-page.js"
import { Label } from "../components/label.js"
import { nameBody } from "../components/names.js"
import { isSomewhere, Places } from "../components/places.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { Dateline } from "./event-dateline.js"
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
        </>
      }
    />
  ),

  Page: (props) => (
    <ItemPage
      item={props.item}
      translations={props.translations}
      related={props.related}
      words={eventWords[usePage().locale]}
      margin={
        <p class="dateline">
          <Dateline item={props.item} />
        </p>
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

function Sessions(props: { item: Event }) {
  const words = eventWords[usePage().locale]
  return (
    <Show when={props.item.sessions.length > 0}>
      <section class="sessions">
        <h2>{words.sessions}</h2>
        <ol>
          <For each={props.item.sessions}>
            {(session) => (
              <li>
                <bdi>{session.title}</bdi>
                <span class="quiet">
                  <Show when={session.when} fallback={words.noDates}>
                    {(when) => <WhenTime when={when()} />}
                  </Show>
                  <Show when={isSomewhere(session)}>
                    {" · "}
                    <Places where={session} />
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  )
}

function Registration(props: { item: Event }) {
  const words = eventWords[usePage().locale]
  return (
    <Show when={props.item.registration}>
      {(registration) => (
        <section class="registration">
          <h2>{words.registration}</h2>
          <dl>
            <Show when={registration().opens}>
              {(date) => (
                <Fact name={words.opens}>
                  <EdtfTime edtf={date()} />
                </Fact>
              )}
            </Show>
            <Show when={registration().closes}>
              {(date) => (
                <Fact name={words.closes}>
                  <EdtfTime edtf={date()} />
                </Fact>
              )}
            </Show>
            <Show when={registration().audience}>{(text) => <Fact name={words.audience}>{text()}</Fact>}</Show>
            <Show when={registration().fee}>{(text) => <Fact name={words.fee}>{text()}</Fact>}</Show>
          </dl>
          <Show when={registration().url}>
            {(url) => (
              <p>
                <a class="action" href={url()}>
                  {words.register}
                </a>
              </p>
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}
