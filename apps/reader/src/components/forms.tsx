import type { Item } from "@pg/domain"
import { formats, ics, isInCalendar } from "@pg/formats"
import { For, type JSX, Show } from "solid-js"
import { createMemory } from "../memory.js"
import { usePage } from "../page-context.js"
import { apiItemPath } from "../paths.js"
import { EdtfTime } from "./dates.js"
import { Fact } from "./facts.js"
import { Followed } from "./followed.js"
import { toAttribute, toHtml } from "./html.js"
import { Permanent } from "./permanent.js"

/** Where it comes from, since when it is here, and when it was changed. */
export function Origin(props: { item: Item }): JSX.Element {
  const { messages } = usePage()
  const { item } = props
  return (
    <>
      <Show when={item.source}>
        {(source) => (
          <Fact name={messages.record.source}>
            <Show when={source().url} fallback={<bdi>{source().name}</bdi>}>
              {(url) => (
                <Followed url={url()} title={source().name}>
                  <a href={url()}>
                    <bdi>{source().name}</bdi>
                  </a>
                </Followed>
              )}
            </Show>
          </Fact>
        )}
      </Show>
      <Show when={item.firstPublishedAt}>
        {(instant) => (
          <Fact name={messages.record.since}>
            <EdtfTime edtf={instant().slice(0, 10)} />
          </Fact>
        )}
      </Show>
      <Show when={changedOn(item)}>
        {(day) => (
          <Fact name={messages.item.updated}>
            <EdtfTime edtf={day()} />
          </Fact>
        )}
      </Show>
    </>
  )
}

/** The same item in other forms, and its permanent address. */
export function Forms(props: { item: Item }): JSX.Element {
  const { messages } = usePage()
  return (
    <>
      <Fact name={messages.item.formats}>
        <ul class="inline" innerHTML={formsOf(props.item)} />
      </Fact>
      <Fact name={messages.item.permanent}>
        <Permanent id={props.item.id} />
      </Fact>
    </>
  )
}

/**
 * The addresses of an item's forms differ in its id, and in whether a calendar is one of them: they are rendered once, for an
 * id that stands for any.
 */
const anyId = "anyId"
const aroundId = createMemory<string[]>(2)

function formsOf(item: Item): string {
  const isDated = isInCalendar(item)
  const around = aroundId(String(isDated), () => toHtml(<FormsOfAny isDated={isDated} />).split(anyId))
  return around.join(toAttribute(item.id))
}

/** The calendar of what has no dates would be empty. */
const FormsOfAny = (props: { isDated: boolean }): JSX.Element => (
  <For each={formats.filter((format) => props.isDated || format !== ics)}>
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
