import type { JSX } from "solid-js"
import { usePage } from "../page-context.js"
import { permanentPath } from "../paths.js"
import { createMemory } from "../memory.js"
import { codeOf } from "./code.js"

/** Where an item is found for ever, as an address to follow; on paper also as a code to be read by a camera. */
export function Permanent(props: { id: string }): JSX.Element {
  const { messages, siteUrl } = usePage()
  const address = siteUrl + permanentPath(props.id)
  const { size, path } = codes(address, () => codeOf(address))
  return (
    <>
      <a class="address" href={address} rel="bookmark">
        {siteUrl.replace(/^https?:\/\//, "")}
        {permanentPath(props.id).slice(0, -props.id.length)}
        <wbr />
        {props.id}
      </a>
      <svg class="code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={messages.record.code}>
        <path d={path} />
      </svg>
    </>
  )
}

/** To make one takes a tenth of the page's time, and an item's address never changes. */
const codes = createMemory<ReturnType<typeof codeOf>>(1000)
