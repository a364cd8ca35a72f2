import { Show } from "solid-js"
import { languages, type PageLocale } from "../messages/languages.js"
import type { View } from "../page.js"
import { homePath } from "../paths.js"
import { homesIn } from "./homes.js"

/**
 * The page could not be made: because of a fault (500), or because the API does not answer just now (503). `requestId` is
 * what the server's log calls the request, for whoever writes about it.
 */
export function showFailure(status: 500 | 503, path: string, locale: PageLocale, requestId: string | undefined): View {
  const { failure } = languages[locale]
  const [title, text] =
    status === 503 ? [failure.unavailable, failure.unavailableText] : [failure.error, failure.errorText]
  return {
    status,
    title,
    alternates: homesIn(),
    content: () => (
      <div class="failure">
        <p class="number">{status}</p>
        <h1>{title}</h1>
        <p class="summary">{text}</p>
        <p class="actions">
          <a class="action" href={path}>
            {failure.again}
          </a>{" "}
          <a href={homePath(locale)}>{failure.toHome}</a>
        </p>
        <Show when={requestId}>
          {(id) => (
            <p class="quiet">
              {failure.requestId} <code>{id()}</code>
            </p>
          )}
        </Show>
      </div>
    ),
  }
}
