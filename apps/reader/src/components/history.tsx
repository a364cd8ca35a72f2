import type { Action, Item, ItemChange } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import type { Messages } from "../messages/messages.js"
import { usePage } from "../page-context.js"
import { EdtfTime } from "./dates.js"

/** What has become of an item since it was first here, newest first, with the notes that say why. */
export function History(props: { item: Item; changes: readonly ItemChange[] }): JSX.Element {
  const { messages } = usePage()
  const { item, changes } = props
  return (
    <Show when={changes.length > 1}>
      <section class="history">
        <h2>{messages.record.history}</h2>
        <ol>
          <For each={changes}>
            {(change, index) => {
              const note = noteOf(change)
              const what = nameChange(change, changes[index() + 1], item, messages.record)
              return (
                <li>
                  <EdtfTime edtf={change.at.slice(0, 10)} />{" "}
                  <span>
                    {note === undefined ? what : messages.record.note(what)}
                    <Show when={note}>
                      {" "}
                      <bdi>{note}</bdi>
                    </Show>
                  </span>
                </li>
              )
            }}
          </For>
        </ol>
      </section>
    </Show>
  )
}

/** Why it was changed; how it came to be here is said by where it came from. */
const noteOf = (change: ItemChange) => (change.type === "put" ? change.changeNote : change.tombstone.reason)

/** What happened, by what was before it: the earliest line is the first only where the history is whole. */
function nameChange(
  change: ItemChange,
  before: ItemChange | undefined,
  { firstPublishedAt, source }: Item,
  words: Messages["record"],
): string {
  if (change.type === "delete") return words.withdrawn
  if (before?.type === "delete") return words.publishedAgain
  if (before === undefined && change.at === firstPublishedAt)
    return source === undefined ? words.published : words.takenFrom(source.name)
  const word = wordsByAction[change.action ?? "edit"]
  return words[word ?? (change.updateType === "minor" ? "corrected" : "changed")]
}

/** What says by itself what it was; an edit may be anything. */
const wordsByAction: Partial<Record<Action, "corrected" | "cancelled" | "postponed" | "rescheduled">> = {
  correct: "corrected",
  cancel: "cancelled",
  postpone: "postponed",
  reschedule: "rescheduled",
}
