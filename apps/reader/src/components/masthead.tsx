import { kinds } from "@pg/domain"
import { For, type JSX } from "solid-js"
import { views } from "../kinds/views.js"
import { languages, type PageLocale, pageLocales } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { homePath, listPath } from "../paths.js"

/** The head of every page: whose it is, where one can go, and the other language. */
export function Masthead(props: { alternates: Record<PageLocale, string> }): JSX.Element {
  const { locale, messages, path } = usePage()
  const here = path.split("?")[0]!
  const entries = [
    ...kinds.map(({ name }) => ({ path: listPath(locale, name), title: views[name].words[locale].title })),
    { path: listPath(locale), title: messages.search },
  ]
  return (
    <header class="masthead">
      <a class="wordmark" href={homePath(locale)} aria-current={here === homePath(locale) ? "page" : undefined}>
        <span class="mark" />
        <span class="name">{messages.site.name}</span> <span class="part">{messages.site.part}</span>
      </a>
      <nav aria-label={messages.menu}>
        <ul>
          <For each={entries}>
            {(entry) => (
              <li>
                <a href={entry.path} aria-current={currentness(here, entry.path)}>
                  {entry.title}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <ul class="languages" aria-label={messages.languages}>
        <For each={pageLocales}>
          {(other) => (
            <li>
              <a
                href={props.alternates[other]}
                lang={other}
                hreflang={other}
                aria-current={other === locale ? "true" : undefined}
              >
                {languages[other].name}
              </a>
            </li>
          )}
        </For>
      </ul>
    </header>
  )
}

/** A page is current in the menu, and so, in another way, is what stands below it. */
const currentness = (here: string, path: string) =>
  here === path ? "page" : here.startsWith(`${path}/`) ? "true" : undefined
