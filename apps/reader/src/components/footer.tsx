import { type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { apiListPath, apiPath, followPath } from "../paths.js"
import { createKept } from "./kept.js"

/** The foot of every page: how the newsroom works, and how to follow it. */
export function Footer(props: { canonical: string | undefined }): JSX.Element {
  const { locale, messages, siteUrl } = usePage()
  return (
    <footer class="footer">
      {everywhere(locale, () => (
        <>
          <p>
            {messages.footer.about} {messages.footer.source}
          </p>
          <ul>
            <li>
              <a href={followPath(locale)}>{messages.follow.title}</a>
            </li>
            <li>
              <a href={apiListPath(".atom")} type="application/atom+xml">
                {messages.footer.feed}
              </a>
            </li>
            <li>
              <a href={apiPath}>{messages.footer.data}</a>
            </li>
          </ul>
        </>
      ))}
      <Show when={props.canonical}>
        {(path) => (
          <p class="printed">
            {messages.footer.print} {siteUrl + path()}
          </p>
        )}
      </Show>
    </footer>
  )
}

/** What the foot says on every page, by language. */
const everywhere = createKept(20)
