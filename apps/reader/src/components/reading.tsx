import type { Item, Source } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { apiItemPath } from "../paths.js"
import { EdtfTime } from "./dates.js"
import { directionOf } from "./direction.js"
import { useFieldName } from "./field-name.js"
import { Followed } from "./followed.js"
import { ReadAs } from "./read-as.js"
import { readLines, type Part } from "./spans.js"

/** How an imported item was read: its lines in the source, each field's characters marked, and the reasons. */
export function Reading(props: { item: Item }): JSX.Element {
  return <Show when={props.item.source}>{(source) => <SourceOf source={source()} item={props.item} />}</Show>
}

/** A source may be as long as a book; a page shows what fits on one, and leads to the rest. */
const mostLines = 200

function SourceOf(props: { source: Source; item: Item }): JSX.Element {
  const { messages } = usePage()
  const words = messages.reading
  const { lines, goesOn } = readLines(props.source, mostLines)
  return (
    <details class="reading">
      <summary>
        <h2>{words.heading}</h2>
      </summary>
      <p>{words.explain}</p>
      <ol class="lines" lang={props.item.locale}>
        <For each={lines}>
          {(line) => (
            <li value={line.number}>
              <Parts parts={line.parts} />
            </li>
          )}
        </For>
      </ol>
      <Show when={goesOn}>
        <p class="quiet">
          {words.rest(mostLines)} <a href={apiItemPath(props.item.id, "")}>JSON</a>
        </p>
      </Show>
      <ReadAs source={props.source} item={props.item} />
      <h3>{words.reasons}</h3>
      <Show when={props.source.reasons.length > 0} fallback={<p>{words.noReasons}</p>}>
        <ul class="reasons">
          <For each={props.source.reasons}>
            {(reason) => (
              <li>
                <span class="field">{useFieldName()(reason.field)}</span>{" "}
                <span>
                  <Show when={words.rule(reason.rule)} fallback={<span lang="en">{reason.rule}</span>}>
                    {(rule) => rule()}
                  </Show>
                  <Show when={reason.text !== ""}>
                    {" "}
                    <q lang={props.item.locale} dir={directionOf(props.item.locale)}>
                      {reason.text}
                    </q>
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <p class="quiet">
        {words.retrieved(props.source.name)} <EdtfTime edtf={props.source.retrievedAt.slice(0, 10)} />
        <Show when={props.source.url}>
          {(url) => (
            <>
              {" · "}
              <Followed url={url()}>
                <a href={url()}>{words.original}</a>
              </Followed>
            </>
          )}
        </Show>
      </p>
    </details>
  )
}

function Parts(props: { parts: Part[] }): JSX.Element {
  const { locale } = usePage()
  const nameField = useFieldName()
  return (
    <For each={props.parts}>
      {(part) =>
        typeof part === "string" ? (
          part
        ) : (
          <mark>
            <span class="field" lang={locale}>
              {[...new Set(part.paths.map(nameField))].join(", ")}
            </span>
            <Parts parts={part.parts} />
          </mark>
        )
      }
    </For>
  )
}
