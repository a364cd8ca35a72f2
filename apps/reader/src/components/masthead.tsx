import { kinds } from "@pg/domain"
import { For, type JSX } from "solid-js"
import { views } from "../kinds/views.js"
import { languages, type PageLocale, pageLocales } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { agendaPath, calendarPath, homePath, listPath, mapPath, subjectsPath } from "../paths.js"
import { createKept } from "./kept.js"

/** The head of every page: whose it is, where one can go, and the other language. */
export function Masthead(props: { alternates: Record<PageLocale, string> }): JSX.Element {
  const { locale, messages, path } = usePage()
  const { alternates } = props
  const current = currentOf(path.split("?")[0]!, locale)
  return (
    <header class="masthead">
      {navigations(`${locale} ${current.path} ${current.is}`, () => (
        <Navigation current={current} />
      ))}
      <ul class="languages" aria-label={messages.languages}>
        <For each={pageLocales}>
          {(other) => (
            <li>
              <a
                href={alternates[other]}
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

/** Each language has as many as there are places to be: each entry itself, below each, and elsewhere. */
const navigations = createKept(100)

function Navigation(props: { current: Current }): JSX.Element {
  const { locale, messages } = usePage()
  const currentness = (path: string) => (path === props.current.path ? props.current.is : undefined)
  return (
    <>
      <a class="wordmark" href={homePath(locale)} aria-current={currentness(homePath(locale))}>
        <span class="mark" />
        <span class="name">{messages.site.name}</span> <span class="part">{messages.site.part}</span>
      </a>
      <nav aria-label={messages.menu}>
        <ul>
          <For each={entriesIn(locale)}>
            {(entry) => (
              <li class={entry.isExtra ? "extra" : undefined}>
                <a href={entry.path} aria-current={currentness(entry.path)}>
                  {entry.title}
                </a>
              </li>
            )}
          </For>
        </ul>
      </nav>
    </>
  )
}

/** The entry of the menu where one is, if there is one: on its page, or on one that stands below it. */
type Current = { path: string; is: "page" | "true" | undefined }

function currentOf(here: string, locale: PageLocale): Current {
  if (here === homePath(locale)) return { path: here, is: "page" }
  const isView = [agendaPath(locale), calendarPath(locale), mapPath(locale)].some((path) => isAtOrBelow(here, path))
  const home = isView ? listPath(locale, "event") : here
  const entry = entriesIn(locale).find(({ path }) => isAtOrBelow(home, path))
  return entry ? { path: entry.path, is: here === entry.path ? "page" : "true" } : { path: "", is: undefined }
}

const isAtOrBelow = (here: string, path: string) => here === path || here.startsWith(`${path}/`)

/** `isExtra`: what a narrow page leaves to its foot. */
type Entry = { path: string; title: string; isExtra?: true }

const entriesIn = (locale: PageLocale): readonly Entry[] =>
  (entries[locale] ??= [
    ...kinds.map(({ name }) => ({ path: listPath(locale, name), title: views[name].words[locale].title })),
    { path: subjectsPath(locale, "topic"), title: languages[locale].subjects.titles.topic, isExtra: true },
    { path: listPath(locale), title: languages[locale].search },
  ])

const entries: Partial<Record<PageLocale, Entry[]>> = {}
