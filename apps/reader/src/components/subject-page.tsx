import type { Item, ItemQuery, KindName, Page } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { listPath, subjectsPath } from "../paths.js"
import { Card } from "./card.js"
import { countOf } from "./count.js"
import { FollowSubject } from "./follow-subject.js"
import type { Subject } from "./subject.js"
import { SubjectCounts } from "./subject-counts.js"
import { termsOf } from "./subject-names.js"
import { Together } from "./together.js"

/** A subject: what it is, how much there is on it, the newest of each kind, what it goes with, how to follow it. */
export function SubjectPage(props: Subject): JSX.Element {
  const { locale, messages } = usePage()
  const { filter, parts, query } = props
  const words = messages.subjects
  return (
    <div class="subject">
      <header>
        <p class="label">
          <a href={subjectsPath(locale, filter)}>{words.titles[filter]}</a>
        </p>
        <h1>
          <bdi>{props.name}</bdi>
        </h1>
        <About filter={filter} value={props.value} />
        <Show when={parts.all.total > 0} fallback={<p class="notice">{words.none}</p>}>
          <SubjectCounts parts={parts} query={query} />
        </Show>
        <Show when={parts.isForeign}>
          <p class="notice">{words.otherLanguage}</p>
        </Show>
      </header>
      <div class="main">
        <Section
          kind="event"
          heading={messages.homePage.upcoming}
          page={parts.upcoming}
          query={query}
          when="upcoming"
        />
        <Section kind="news" heading={messages.homePage.news} page={parts.news} query={query} />
        <Section kind="event" heading={words.past} page={parts.past} query={query} when="past" />
        <Section kind="event" heading={words.noDates} page={parts.noDates} query={query} missing={["when"]} />
        <Section kind="publication" heading={messages.homePage.publications} page={parts.publications} query={query} />
      </div>
      <Show when={parts.all.total > 0}>
        <aside aria-label={props.name}>
          <Together filter={filter} value={props.value} page={parts.all} />
          <FollowSubject {...props} />
        </aside>
      </Show>
    </div>
  )
}

/** What it is: its scope note and other words for it, where a vocabulary has these. */
function About(props: Pick<Subject, "filter" | "value">): JSX.Element {
  const { locale, messages } = usePage()
  const { filter } = props
  const words = messages.subjects
  const term = termsOf(filter).find(({ id }) => id === props.value)
  const also = term?.altLabel[locale] ?? []
  return (
    <>
      <Show when={term?.scopeNote?.[locale] ?? (filter === "topic" ? undefined : words.explain[filter])}>
        {(note) => <p class="summary">{note()}</p>}
      </Show>
      <Show when={also.length > 0}>
        <p class="quiet">{words.also(also.join(", "))}</p>
      </Show>
    </>
  )
}

type SectionProps = Pick<ItemQuery, "when" | "missing"> & {
  kind: KindName
  heading: string
  page: Page
  query: ItemQuery
}

/** The first items of a sort, and the way to all of them where there are more. */
function Section(props: SectionProps): JSX.Element {
  const { locale, messages } = usePage()
  const { kind, page, when, missing } = props
  const all = () =>
    listPath(locale, kind, {
      ...props.query,
      ...(when && { when, sort: when === "past" ? "-when" : "when" }),
      ...(missing && { missing }),
    })
  return (
    <Show when={page.items.length > 0}>
      <section class={`entries of-${kind} one-kind`}>
        <h2>{props.heading}</h2>
        <For each={page.items}>{(item: Item) => <Card item={item} level={3} />}</For>
        <Show when={page.total > page.items.length}>
          <p class="more">
            <a href={all()}>{messages.subjects.all(countOf(page.total, kind, locale))}</a>
          </p>
        </Show>
      </section>
    </Show>
  )
}
