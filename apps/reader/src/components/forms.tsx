import type { Item } from "@pg/domain"
import { formats } from "@pg/formats"
import { For, type JSX, Show } from "solid-js"
import { pageLocaleOf } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { apiItemPath, itemPath } from "../paths.js"
import { EdtfTime } from "./dates.js"
import { Fact } from "./facts.js"
import { toAttribute, toHtml } from "./html.js"

/** The same item in other forms, its permanent address, and when it last changed. */
export function Forms(props: { item: Item }): JSX.Element {
  const { messages, siteUrl } = usePage()
  const { item } = props
  const address = siteUrl + itemPath(pageLocaleOf(item.locale), item)
  return (
    <>
      <Show when={changedOn(item)}>
        {(day) => (
          <Fact name={messages.item.updated}>
            <EdtfTime edtf={day()} />
          </Fact>
        )}
      </Show>
      <Fact name={messages.item.formats}>
        <ul innerHTML={formsOf(item.id)} />
      </Fact>
      <Fact name={messages.item.permanent}>
        <a class="address" href={address}>
          <For each={address.replace(/^https?:\/\//, "").split(/(?<=\/)/)}>
            {(part) => (
              <>
                {part}
                <wbr />
              </>
            )}
          </For>
        </a>
      </Fact>
    </>
  )
}

/** The addresses of an item's forms differ in its id alone: they are rendered once, for an id that stands for any. */
const anyId = "anyId"
let formsOfAny: string | undefined

const formsOf = (id: string): string => {
  formsOfAny ??= toHtml(<FormsOfAny />)
  return formsOfAny.replaceAll(anyId, () => toAttribute(id))
}

const FormsOfAny = (): JSX.Element => (
  <For each={formats}>
    {({ extension, mediaType, title }) => (
      <li>
        <a href={apiItemPath(anyId, `.${extension}`)} type={mediaType}>
          {title}
        </a>
      </li>
    )}
  </For>
)

/** The day of an item's last change, where it has changed since it first was public. */
const changedOn = ({ firstPublishedAt, updatedAt }: Item): string | undefined =>
  updatedAt === undefined || updatedAt === firstPublishedAt ? undefined : updatedAt.slice(0, 10)
