import { type JSX, Show } from "solid-js"

/**
 * A link, as it stands between its tags; where its address is one that no browser can follow, as archives from before have some,
 * its title and the address as text.
 */
export function Followed(props: { url: string; title?: string | undefined; children: JSX.Element }): JSX.Element {
  const said = () => [props.title, props.url].filter((text) => text !== undefined).join(" ")
  return (
    <Show when={URL.canParse(props.url)} fallback={<bdi>{said()}</bdi>}>
      {props.children}
    </Show>
  )
}
