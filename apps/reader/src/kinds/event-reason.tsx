import type { Action, Event, ItemChange } from "@pg/domain"
import { type JSX, Show } from "solid-js"

/** Why an event does not take place as planned, as whoever called it off said to the public. */
export function Reason(props: { item: Event; changes: readonly ItemChange[] | undefined }): JSX.Element {
  return (
    <Show when={reasonOf(props.item, props.changes ?? [])}>
      {(reason) => (
        <p class="reason">
          <bdi>{reason()}</bdi>
        </p>
      )}
    </Show>
  )
}

/** The note of the step that led to the status it has; one that was taken before another step explains nothing now. */
function reasonOf({ eventStatus }: Event, changes: readonly ItemChange[]): string | undefined {
  const last = changes.find((change) => change.type === "put" && statuses[change.action ?? "edit"] !== undefined)
  return last?.type === "put" && statuses[last.action ?? "edit"] === eventStatus ? last.changeNote : undefined
}

const statuses: Partial<Record<Action, Event["eventStatus"]>> = {
  cancel: "EventCancelled",
  postpone: "EventPostponed",
  reschedule: "EventRescheduled",
}
