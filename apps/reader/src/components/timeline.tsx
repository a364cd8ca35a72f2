import type { Facet, ItemQuery, KindName } from "@pg/domain"
import { formatEdtf } from "@pg/domain/dates"
import { For, type JSX, Show } from "solid-js"
import { choose, offered } from "../choices.js"
import { createMemory } from "../memory.js"
import { usePage } from "../page-context.js"
import { listPath } from "../paths.js"
import { timelineDate } from "../kinds/views.js"
import { without } from "../question.js"
import { type Bar, type Timeline as Lines, timelineOf } from "../timeline.js"
import { countOf, formatCount } from "./count.js"
import type { Undated } from "./empty-list.js"
import { formatRange } from "./asked.js"

type TimelineProps = {
  asked: ItemQuery
  kind: KindName | undefined
  facets: readonly Facet[] | undefined
  /** What a filter by date leaves out, which no facet counts. */
  undated?: readonly Undated[] | undefined
}

/**
 * How many items there are of each month or year, each of which leads to those; and how many are undated. What takes place is
 * counted by when it does, all else by when it was issued.
 */
export function Timeline(props: TimelineProps): JSX.Element {
  const { locale, messages } = usePage()
  const date = timelineDate(props.kind)
  const words = { ...messages.timeline, ...messages.timeline[date] }
  const undated = (): Undated =>
    props.undated?.find(({ asked }) => asked.missing?.includes(date)) ?? {
      asked: choose(props.asked, "missing", date),
      total: offered(props.facets, "missing").find(({ value }) => value === date)?.countIfChosen ?? 0,
    }
  const isUndated = () => props.asked.missing?.includes(date) ?? false
  const chosen = () => props.asked[date]
  const all = () => without(props.asked, date, "cursor", ...(isUndated() ? (["missing"] as const) : []))
  const at = (period: string) => listPath(locale, props.kind, choose(props.asked, `${date}.year`, period))
  return (
    <Show when={timelineOf(props.facets, props.asked, date)}>
      {(timeline) => (
        <nav class="timeline" aria-labelledby="timeline">
          <p>
            <span id="timeline">{words.by[timeline().unit](formatEdtf(timeline().span, locale))}</span>
            <Show when={timeline().before}>
              {(year) => (
                <a href={at(year())} aria-label={words.before(year())}>
                  ← {year()}
                </a>
              )}
            </Show>
            <Show when={timeline().after}>
              {(year) => (
                <a href={at(year())} aria-label={words.after(year())}>
                  {year()} →
                </a>
              )}
            </Show>
            <Show when={chosen() ?? (isUndated() || undefined)}>
              {(asked) => (
                <>
                  <strong>
                    {asked() === true
                      ? words.none
                      : (messages.whens[String(asked())] ?? formatRange(String(asked()), locale))}
                  </strong>
                  <a href={listPath(locale, props.kind, all())}>{words.all}</a>
                </>
              )}
            </Show>
            <Show when={undated().total > 0 && !isUndated()}>
              <a href={listPath(locale, props.kind, undated().asked)}>
                {words.undated(formatCount(undated().total, locale))}
              </a>
            </Show>
          </p>
          <Bars {...props} timeline={timeline()} at={at} />
          <details>
            <summary>{words.asText}</summary>
            <ul>
              <For each={timeline().bars.filter(({ count }) => count > 0)}>
                {(bar) => (
                  <li>
                    <a href={at(bar.value)} aria-current={bar.isChosen ? "true" : undefined}>
                      {labelOf(bar, props.kind)}
                    </a>
                  </li>
                )}
              </For>
            </ul>
            <p>{words.explain}</p>
          </details>
        </nav>
      )}
    </Show>
  )
}

/** Everything stands at a share of the width and height, so that it needs no size of its own. */
function Bars(props: TimelineProps & { timeline: Lines; at: (period: string) => string }): JSX.Element {
  const { locale } = usePage()
  const { bars, unit } = props.timeline
  const slot = 100 / bars.length
  const isRoomy = bars.length <= 12
  const thickness = isRoomy ? 0.4 : 0.7
  const highest = Math.max(...bars.map(({ count }) => count))
  return (
    <svg class="bars">
      <For each={bars}>
        {(bar, index) => {
          const height = Math.max(least, (bar.count / highest) * (room - above))
          return (
            <Show when={bar.count > 0}>
              <>
                <a
                  href={props.at(bar.value)}
                  aria-label={labelOf(bar, props.kind)}
                  aria-current={bar.isChosen ? "true" : undefined}
                >
                  <title>{labelOf(bar, props.kind)}</title>
                  <rect class="whole" x={share(slot * index())} y="0" width={share(slot)} height="100%" />
                  <rect
                    x={share(slot * (index() + (1 - thickness) / 2))}
                    y={share(room - height)}
                    width={share(slot * thickness)}
                    height={share(height)}
                  />
                </a>
                <Show when={isRoomy}>
                  <text x={share(slot * (index() + 0.5))} y={share(room - height - 5)} aria-hidden="true">
                    {bar.count}
                  </text>
                </Show>
              </>
            </Show>
          )
        }}
      </For>
      <line x1="0" x2="100%" y1={share(room)} y2={share(room)} />
      <For each={ticksOf(bars, unit, locale)}>
        {({ at, text }) => (
          <text x={share(slot * (at + 0.5))} y="97%" aria-hidden="true">
            {text}
          </text>
        )}
      </For>
    </svg>
  )
}

/** Of the height of the whole, in per cent: what bars have, what is left above them, and what one of few items has at least. */
const room = 78
const above = 16
const least = 3

const share = (percent: number) => `${Number(percent.toFixed(2))}%`

function labelOf({ value, count }: Bar, kind: KindName | undefined): string {
  const { locale, messages } = usePage()
  return messages.timeline.bar(formatEdtf(value, locale), countOf(count, kind, locale))
}

/** What is written under the bars: of one year the months' first letters, of several the years, not all of many. */
function ticksOf(bars: readonly Bar[], unit: Lines["unit"], locale: string): { at: number; text: string }[] {
  if (unit === "month" && bars.length === 12) {
    return bars.map((_, at) => ({ at, text: lettersIn(locale)[at] ?? "" }))
  }
  const step = steps.find((years) => bars.length / years <= mostTicks) ?? 1
  const isTick = (value: string) => (unit === "month" ? value.endsWith("-07") : Number(value) % step === 0)
  return bars.flatMap(({ value }, at) => (isTick(value) ? [{ at, text: value.slice(0, 4) }] : []))
}

const mostTicks = 7
const steps = [1, 2, 5, 10]

const letters = createMemory<readonly string[]>(10)

/** The first letters of the months, which take long to ask for. */
const lettersIn = (locale: string): readonly string[] =>
  letters(locale, () => {
    const names = new Intl.DateTimeFormat(locale, { month: "narrow", timeZone: "UTC" })
    return Array.from({ length: 12 }, (_, month) => names.format(Date.UTC(2021, month)))
  })
