import type { Page } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { usePage } from "../page-context.js"
import { subjectPath } from "../paths.js"
import type { SubjectFilter } from "../segments.js"
import { formatCount } from "./count.js"
import { Fact } from "./facts.js"
import { valuesOf } from "./subject.js"
import { nameSubject } from "./subject-names.js"

const sorts = ["topic", "country", "body"] as const
const most = 8

/** What else the items on a subject are about, with how many are about both. */
export function Together(props: { filter: SubjectFilter; value: string; page: Page }): JSX.Element {
  const { locale, messages } = usePage()
  const groups = sorts.flatMap((sort) => {
    const others = valuesOf(props.page, sort)
      .filter(({ value, count }) => count > 0 && !(sort === props.filter && value === props.value))
      .toSorted((a, b) => b.count - a.count)
      .slice(0, most)
    return others.length === 0 ? [] : [{ sort, others }]
  })
  return (
    <Show when={groups.length > 0}>
      <section class="together">
        <h2>{messages.subjects.together}</h2>
        <p class="quiet">{messages.subjects.togetherText}</p>
        <dl>
          <For each={groups}>
            {({ sort, others }) => (
              <Fact name={messages.subjects.titles[sort]}>
                <ul>
                  <For each={others}>
                    {({ value, label, count }) => (
                      <li>
                        <a href={subjectPath(locale, sort, value)}>
                          <bdi>{nameSubject(sort, value, locale, { written: label })}</bdi>
                        </a>{" "}
                        <span class="count">{formatCount(count, locale)}</span>
                      </li>
                    )}
                  </For>
                </ul>
              </Fact>
            )}
          </For>
        </dl>
      </section>
    </Show>
  )
}
