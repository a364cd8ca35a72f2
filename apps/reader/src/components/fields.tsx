import { type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import type { Named } from "./names.js"
import { Options } from "./options.js"

/** A field of a form under its label, with what may stand beneath it. */
export const Field = (props: { name: string; label: string; hint?: string; children: JSX.Element }): JSX.Element => (
  <div class="field">
    <label for={`filter-${props.name}`}>{props.label}</label>
    {props.children}
    <Show when={props.hint}>
      {(hint) => (
        <span class="hint" id={`hint-${props.name}`}>
          {hint()}
        </span>
      )}
    </Show>
  </div>
)

type ChoiceProps = {
  name: string
  label: string
  chosen: readonly string[] | undefined
  options: readonly Named[]
  /** What it means to choose nothing; "any" where it is absent. */
  any?: string
  nameOf?: ((value: string) => Named) | undefined
  /** What stands between the label and the choice. */
  children?: JSX.Element
}

/** One of several values; what the address asks for and is not on offer, as several values at once, is kept. */
export function Choice(props: ChoiceProps): JSX.Element {
  const { messages } = usePage()
  const chosen = () => props.chosen?.join() || undefined
  const isOffered = (value: string) => props.options.some((option) => option.value === value)
  const nameOf = (value: string) =>
    props.nameOf?.(value).name ?? props.options.find((option) => option.value === value)?.name ?? value
  return (
    <Field name={props.name} label={props.label}>
      {props.children}
      <select name={props.name} id={`filter-${props.name}`}>
        <option value="">{props.any ?? messages.filters.any}</option>
        <Show when={chosen() !== undefined && !isOffered(chosen()!) && chosen()}>
          {(value) => (
            <option value={value()} selected>
              {props.chosen?.map(nameOf).join(` ${messages.or} `)}
            </option>
          )}
        </Show>
        <Options options={props.options} chosen={chosen()} />
      </select>
    </Field>
  )
}
