import { For, type JSX } from "solid-js"
import { createKept } from "./kept.js"
import type { Named } from "./names.js"

/** What is on offer, one of it chosen at most; rendered once for each choice while the offer is the same. */
export function Options(props: { options: readonly Named[]; chosen: string | undefined }): JSX.Element {
  const { options, chosen } = props
  const kept = offers.get(options) ?? createKept(options.length + 1)
  offers.set(options, kept)
  return kept(options.some(({ value }) => value === chosen) ? chosen! : "", () => (
    <For each={options}>
      {({ value, name }) => (
        <option value={value} selected={value === chosen}>
          {name}
        </option>
      )}
    </For>
  ))
}

const offers = new WeakMap<readonly Named[], ReturnType<typeof createKept>>()
