import type { Asking } from "../asking.js"
import { type Item, type ItemQuery, type KindName, kinds, type Page } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { Card } from "../components/card.js"
import { countOf } from "../components/count.js"
import { byName } from "../components/countries.js"
import { nameTopic } from "../components/names.js"
import { WaysToEvents } from "../events/ways-to-events.js"
import { languages, type PageLocale } from "../messages/languages.js"
import type { Answer, Visit } from "../page.js"
import { usePage } from "../page-context.js"
import { apiListPath, followPath, homePath, listPath, subjectPath, subjectsPath } from "../paths.js"
import { everyLanguage } from "../question.js"
import { homesIn } from "./homes.js"

/** What is new, what is coming up, and what was last published. */
export async function loadHome({ client, locale }: Visit): Promise<Answer> {
  const own = await findParts(client, [locale])
  const parts = isEmpty(own) ? await findParts(client, undefined) : own
  const { site } = languages[locale]
  return {
    title: site.title,
    description: site.description,
    canonical: homePath(locale),
    alternates: homesIn(),
    feed: { path: apiListPath(".atom", { locale: [locale] }), title: site.title },
    content: () => <Home parts={parts} isForeign={isEmpty(own) && !isEmpty(parts)} />,
  }
}

type Parts = { news: Page; upcoming: Page; past: Page; publications: Page }

const mostEvents = 6

async function findParts(client: Asking, locale: string[] | undefined): Promise<Parts> {
  const language = locale === undefined ? {} : { locale }
  const [news, upcoming, past, publications] = await Promise.all([
    client.find({ kind: ["news"], ...language, limit: 7 }),
    client.find({ kind: ["event"], when: "upcoming", sort: "when", ...language, limit: mostEvents }),
    client.find({ kind: ["event"], sort: "-when", ...language, limit: mostEvents }),
    client.find({ kind: ["publication"], ...language, limit: 3 }),
  ])
  return { news, upcoming, past, publications }
}

const isEmpty = ({ news, past, publications }: Parts) => news.total + past.total + publications.total === 0

function Home(props: { parts: Parts; isForeign: boolean }): JSX.Element {
  const { locale, messages } = usePage()
  const words = messages.homePage
  const [lead, ...more] = props.parts.news.items
  const events = props.parts.upcoming.total > 0 ? props.parts.upcoming : props.parts.past
  // A list shows its page's language, of which there is nothing here: these lead to the lists of all.
  const query: ItemQuery = props.isForeign ? { locale: [everyLanguage] } : {}
  return (
    <div class="home">
      <h1>
        <span class="name">{messages.site.name}</span> <span class="tagline">{messages.site.tagline}</span>
      </h1>
      <Folio parts={props.parts} query={query} />
      <Show when={props.isForeign}>
        <p class="notice">{words.otherLanguage}</p>
      </Show>
      <Show when={isEmpty(props.parts)}>
        <p class="notice">{words.empty}</p>
      </Show>
      <Show when={lead}>
        {(item) => (
          <section class="lead" aria-label={words.lead}>
            <Card item={item()} level={2} />
          </section>
        )}
      </Show>
      <Section heading={words.news} items={more} kind="news" more={words.moreNews} query={query} />
      <Section
        heading={props.parts.upcoming.total > 0 ? words.upcoming : words.past}
        items={events.items}
        kind="event"
        more={words.moreEvents}
        query={query}
      >
        <WaysToEvents query={query} isOver={props.parts.upcoming.total === 0} />
      </Section>
      <Section
        heading={words.publications}
        items={props.parts.publications.items}
        kind="publication"
        more={words.morePublications}
        query={query}
      />
      <Topics items={[...props.parts.news.items, ...events.items, ...props.parts.publications.items]} />
      <section class="follow">
        <h2>{words.follow}</h2>
        <p>{words.followText}</p>
        <p class="more">
          <a href={followPath(locale)}>{messages.follow.title}</a>
        </p>
      </section>
    </div>
  )
}

/** How much there is of each kind, as the line under a nameplate says the number of the issue. */
function Folio(props: { parts: Parts; query: ItemQuery }): JSX.Element {
  const { locale } = usePage()
  const counts = () => ({ news: props.parts.news, event: props.parts.past, publication: props.parts.publications })
  return (
    <ul class="folio">
      <For each={kinds}>
        {({ name }) => (
          <li>
            <Show when={counts()[name].total > 0} fallback={countOf(0, name, locale)}>
              <a href={listPath(locale, name, props.query)}>{countOf(counts()[name].total, name, locale)}</a>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

function Section(props: {
  heading: string
  items: readonly Item[]
  kind: KindName
  more: string
  query: ItemQuery
  /** Other ways to more of it. */
  children?: JSX.Element
}): JSX.Element {
  const { locale } = usePage()
  return (
    <Show when={props.items.length > 0}>
      <section class={`entries one-kind of-${props.kind}`}>
        <h2>{props.heading}</h2>
        <For each={props.items}>{(item) => <Card item={item} level={3} />}</For>
        <p class="more">
          <a href={listPath(locale, props.kind, props.query)}>{props.more}</a>
        </p>
        {props.children}
      </section>
    </Show>
  )
}

/** What the items shown here are about, so that no topic leads to an empty list. */
function Topics(props: { items: readonly Item[] }): JSX.Element {
  const { locale, messages } = usePage()
  const topics = () => topicsOf(props.items, locale)
  return (
    <Show when={topics().length > 0}>
      <section class="topics">
        <h2>{messages.homePage.topics}</h2>
        <ul>
          <For each={topics()}>
            {({ name, value }) => (
              <li>
                <a href={subjectPath(locale, "topic", value)}>{name}</a>
              </li>
            )}
          </For>
        </ul>
        <p class="more">
          <a href={subjectsPath(locale, "topic")}>{messages.homePage.moreTopics}</a>
        </p>
      </section>
    </Show>
  )
}

const topicsOf = (items: readonly Item[], locale: PageLocale) =>
  [...new Set(items.flatMap((item) => item.topics))].map((id) => nameTopic(id, locale)).toSorted(byName(locale))
