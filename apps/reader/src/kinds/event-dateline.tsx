import type { Event } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { WhenTime } from "../components/dates.js"
import { PlaceLine } from "../components/places.js"
import { usePage } from "../page-context.js"
import { eventWords } from "./event-words.js"

/** Whether an event takes place as planned, then when and where. */
export const Dateline = (props: { item: Event }): JSX.Element => (
  <>
    <Show when={props.item.eventStatus !== "EventScheduled"}>
      <Status status={props.item.eventStatus} />{" "}
    </Show>
    <Show when={props.item.when} fallback={<SessionDates item={props.item} />}>
      {(when) => (
        <span class="date">
          <Show when={isOff(props.item)} fallback={<WhenTime when={when()} />}>
            <s>
              <WhenTime when={when()} />
            </s>
          </Show>
        </span>
      )}
    </Show>
    <PlaceLine where={props.item} />
  </>
)

/** In a word that an event does not take place as planned; each status has a form of its own too, by its class. */
export function Status(props: { status: Event["eventStatus"] }): JSX.Element {
  const words = eventWords[usePage().locale]
  return (
    <Show when={props.status !== "EventScheduled" && props.status}>
      {(status) => <strong class={`status ${status()}`}>{words.statuses[status()]}</strong>}
    </Show>
  )
}

/** Whether an event does not take place on the dates that it has: they are struck through. */
export const isOff = ({ eventStatus }: Event): boolean =>
  eventStatus === "EventCancelled" || eventStatus === "EventPostponed"

/** Of an event that has no dates of its own, those of its sessions. */
function SessionDates(props: { item: Event }) {
  const words = eventWords[usePage().locale]
  const dates = () => props.item.sessions.flatMap(({ when }) => when ?? [])
  return (
    <For each={dates()} fallback={<span class="date undated">{words.noDates}</span>}>
      {(when) => (
        <span class="date">
          <WhenTime when={when} />
        </span>
      )}
    </For>
  )
}
