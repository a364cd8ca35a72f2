import type { Item, When } from "@pg/domain"
import { formatBounds } from "@pg/domain/dates"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { type TimePart, timesOf, timesOfWhen } from "./times.js"

/** A date or interval, only as exact as it is. */
export function EdtfTime(props: { edtf: string }): JSX.Element {
  const { locale } = usePage()
  return <Times parts={timesOf(props.edtf, locale)} />
}

/** When something takes place. */
export function WhenTime(props: { when: When }): JSX.Element {
  const { locale } = usePage()
  return <Times parts={timesOfWhen(props.when, locale)} />
}

/** When an item says it was published; one that does not say is undated, with the days between which it must lie. */
export function Issued(props: { item: Pick<Item, "issued" | "issuedBounds"> }): JSX.Element {
  return (
    <Show when={props.item.issued} fallback={<Undated bounds={props.item.issuedBounds} />}>
      {(issued) => <EdtfTime edtf={issued()} />}
    </Show>
  )
}

function Undated(props: { bounds: string | undefined }): JSX.Element {
  const { locale, messages } = usePage()
  const bounds = props.bounds === undefined ? "" : formatBounds(props.bounds, locale)
  return <span class="undated">{bounds === "" ? messages.item.undated : `${messages.item.undated} (${bounds})`}</span>
}

/** A close range ("15–16 June 2021") stays on one line. */
const Times = (props: { parts: readonly TimePart[] }): JSX.Element => (
  <Show when={props.parts[1]?.text === "–"} fallback={<Parts {...props} />}>
    <span class="close">
      <Parts {...props} />
    </span>
  </Show>
)

const Parts = (props: { parts: readonly TimePart[] }): JSX.Element => (
  <For each={props.parts}>
    {(part) => {
      if (part.datetime !== undefined) return <time datetime={part.datetime}>{part.text}</time>
      // No line begins with a dash.
      return part.isClose ? <span class="close">{part.text}</span> : part.text.replace(" – ", "\u00a0– ")
    }}
  </For>
)
