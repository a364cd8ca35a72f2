import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { apiDocsPath, apiListPath, apiPath, followPath, staticPath, subjectsPath } from "../paths.js"
import { staticPages, type SubjectFilter } from "../segments.js"
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
          <nav aria-label={messages.footer.menu}>
            <ul>
              <For each={footed}>
                {(filter) => (
                  <li>
                    <a href={subjectsPath(locale, filter)}>{messages.subjects.titles[filter]}</a>
                  </li>
                )}
              </For>
            </ul>
            <ul>
              <For each={staticPages}>
                {(page) => (
                  <li>
                    <a href={staticPath(locale, page)}>{messages.pages[page].title}</a>
                  </li>
                )}
              </For>
            </ul>
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
              <li>
                <a href={apiDocsPath}>{messages.footer.docs}</a>
              </li>
            </ul>
          </nav>
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

/** The others are led to from the pages of these. */
const footed: readonly SubjectFilter[] = ["topic", "country", "body"]

/** What the foot says on every page, by language. */
const everywhere = createKept(20)
