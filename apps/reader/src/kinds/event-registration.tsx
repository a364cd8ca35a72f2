import type { Event } from "@pg/domain"
import { type JSX, Show } from "solid-js"
import { EdtfTime } from "../components/dates.js"
import { Fact } from "../components/facts.js"
import { Followed } from "../components/followed.js"
import { usePage } from "../page-context.js"
import { eventWords } from "./event-words.js"
import { registrationState } from "./registration-state.js"

/** Whether one can register, and until when; in a list of what one still can register for. */
export function RegistrationLine(props: { item: Event; isInList?: true }): JSX.Element {
  const { locale, today } = usePage()
  const words = eventWords[locale]
  const { item } = props
  const state = registrationState(item, today)
  const { opens, closes } = item.registration ?? {}
  const date = state === "soon" ? opens : closes
  const isSaid = item.registration !== undefined && (props.isInList ? state === "open" || state === "soon" : true)
  return (
    <Show when={isSaid && (state !== undefined || date !== undefined)}>
      {" "}
      <span class="reported registration-line">
        <strong>{state === undefined ? words.registration : words.registrationStates[state]}</strong>
        <Show when={date}>
          {(edtf) => (
            <>
              {", "}
              {state === "soon" ? words.from : words.deadline} <EdtfTime edtf={edtf()} />
            </>
          )}
        </Show>
      </span>
    </Show>
  )
}

/** Where one registers, unless it is known that one cannot now. */
export function RegistrationLink(props: { item: Event }): JSX.Element {
  const { locale, today } = usePage()
  const { item } = props
  const state = registrationState(item, today)
  const isOpen = (state === undefined || state === "open") && item.eventStatus !== "EventCancelled"
  return (
    <Show when={item.registration?.url}>
      {(url) => (
        <p class="register">
          <Followed url={url()} title={eventWords[locale].registrationPage}>
            <a class={isOpen ? "action" : undefined} href={url()}>
              {isOpen ? eventWords[locale].register : eventWords[locale].registrationPage}
            </a>
          </Followed>
        </p>
      )}
    </Show>
  )
}

/** All that is said of registering. */
export function Registration(props: { item: Event }): JSX.Element {
  const words = eventWords[usePage().locale]
  const { opens, closes, audience, fee } = props.item.registration ?? {}
  return (
    <Show when={[opens, closes, audience, fee].some((part) => part !== undefined)}>
      <section class="registration">
        <h2>{words.registration}</h2>
        <dl>
          <Show when={opens}>
            {(date) => (
              <Fact name={words.opens}>
                <EdtfTime edtf={date()} />
              </Fact>
            )}
          </Show>
          <Show when={closes}>
            {(date) => (
              <Fact name={words.closes}>
                <EdtfTime edtf={date()} />
              </Fact>
            )}
          </Show>
          <Show when={audience}>{(text) => <Fact name={words.audience}>{text()}</Fact>}</Show>
          <Show when={fee}>{(text) => <Fact name={words.fee}>{text()}</Fact>}</Show>
        </dl>
      </section>
    </Show>
  )
}
