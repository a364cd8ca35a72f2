import { ApiError, type Preview } from "@pg/client"
import { Show } from "solid-js"
import { WhenTime } from "../components/dates.js"
import { viewOf } from "../kinds/views.js"
import { languages, type PageLocale } from "../messages/languages.js"
import type { View, Visit } from "../page.js"
import { usePage } from "../page-context.js"
import { homesIn } from "./homes.js"
import { loadNotFound } from "./not-found.js"

/**
 * An item as it would be published, for whoever was given a link that shows it for a while. It says that it is not public, and
 * is nobody's address: not to be kept, found or followed from.
 */
export async function loadPreview(visit: Visit): Promise<View> {
  const { client, slug, locale } = visit
  try {
    const preview = await client.preview(slug)
    return preview ? show(preview) : await loadNotFound(visit)
  } catch (error) {
    if (error instanceof ApiError && error.status === 410) return showOver(locale)
    throw error
  }
}

function show(preview: Preview): View {
  const { item, state, bodyHtml } = preview
  const { Page } = viewOf(item)
  return {
    title: item.title,
    isPrivate: true,
    alternates: homesIn(),
    content: () => (
      <>
        <Notice preview={preview} />
        <Page item={item} translations={[]} related={<></>} bodyHtml={bodyHtml} isDraft={state !== "published"} />
      </>
    ),
  }
}

function Notice(props: { preview: Preview }) {
  const { messages } = usePage()
  const { state, publishAt, expiresAt } = props.preview
  return (
    <aside class="preview" aria-label={messages.preview.title}>
      <p>
        <strong>{messages.preview.title}</strong> {messages.preview.states[state]}
        <Show when={publishAt}>
          {(at) => (
            <>
              {" "}
              {messages.preview.publishAt} <WhenTime when={toTheMinute(at())} />.
            </>
          )}
        </Show>{" "}
        {messages.preview.expires} <WhenTime when={toTheMinute(expiresAt)} />.
      </p>
    </aside>
  )
}

/** An instant as one says it, in UTC. */
const toTheMinute = (instant: string) => ({
  start: `${new Date(instant).toISOString().slice(0, "YYYY-MM-DDThh:mm".length)}Z`,
})

function showOver(locale: PageLocale): View {
  const { preview } = languages[locale]
  return {
    status: 410,
    title: preview.over,
    alternates: homesIn(),
    content: () => (
      <div class="failure">
        <p class="number">410</p>
        <h1>{preview.over}</h1>
        <p class="summary">{preview.overText}</p>
      </div>
    ),
  }
}
