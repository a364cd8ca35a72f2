import type { FacetValue, ItemQuery } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import { type MapName, maps, places } from "virtual:map-shapes"
import { countOf } from "../components/count.js"
import { byName } from "../components/countries.js"
import { nameCountry } from "../components/names.js"
import { usePage } from "../page-context.js"
import { listPath, mapPath } from "../paths.js"
import { Conditions } from "./conditions.js"
import { EventViews } from "./event-views.js"
import type { Unplaced } from "./find-unplaced.js"
import { eventViewWords } from "./words.js"

type Country = { code: string; name: string; count: number; path: string }

type EventMapProps = { asked: ItemQuery; total: number; counts: readonly FacetValue[]; unplaced: Unplaced }

/** Where events take place: a circle for each country, the same as a list, and in words what is on no map. */
export function EventMap(props: EventMapProps): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  const { asked, total, counts, unplaced } = props
  const { when, ...rest } = asked
  const countries = () =>
    counts.map(({ value, countIfChosen }) => ({
      code: value,
      name: nameCountry(value, locale).name,
      count: countIfChosen,
      path: listPath(locale, "event", { ...asked, country: [value] }),
    }))
  const most = () => Math.max(...counts.map(({ countIfChosen }) => countIfChosen))
  const on = (map: MapName) => countries().filter(({ code }) => places[code]?.[0] === map)
  const placed = () => (unplaced.total === 0 ? undefined : String(total - unplaced.total))
  return (
    <div class="listing map">
      <header>
        <h1>{words.mapTitle}</h1>
        <EventViews
          view="map"
          asked={asked}
          times={[
            { name: "all", path: mapPath(locale, rest), isCurrent: when === undefined },
            { name: "upcoming", path: mapPath(locale, { ...rest, when: "upcoming" }), isCurrent: when === "upcoming" },
            { name: "past", path: mapPath(locale, { ...rest, when: "past" }), isCurrent: when === "past" },
          ]}
        />
        <Conditions
          count={countOf(total, "event", locale)}
          what={counts.length === 0 ? "" : words.inCountries(counts.length, placed())}
          asked={asked}
          pathOf={(query) => mapPath(locale, query)}
        />
      </header>
      <div class="sheets">
        <Sheet map="europe" label={words.europe} countries={on("europe")} most={most()} />
        <Show when={on("world").length > 0}>
          <Sheet map="world" label={words.world} countries={on("world")} most={most()} />
        </Show>
        <p class="small-print">
          {words.smallPrint} {words.shapes}
        </p>
      </div>
      <section class="by-country">
        <h2>{words.byCountry}</h2>
        <ul>
          <For each={countries().toSorted((a, b) => b.count - a.count || byLocale(a, b))}>
            {({ name, count, path }) => (
              <li>
                <a href={path}>{name}</a> <span class="number">{count}</span>
              </li>
            )}
          </For>
        </ul>
        <NotOnMap asked={asked} unplaced={unplaced} />
      </section>
    </div>
  )

  function byLocale(a: Country, b: Country): number {
    return byName(locale)({ name: a.name, value: a.code }, { name: b.name, value: b.code })
  }
}

/** One map with its circles, the largest below, so that none hides another. */
function Sheet(props: { map: MapName; label: string; countries: readonly Country[]; most: number }): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  const { width, height, land, borders } = maps[props.map]
  return (
    <figure>
      <figcaption>{props.label}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={props.label}>
        <path class="land" d={land} />
        <path class="borders" d={borders} />
        <For each={props.countries.toSorted((a, b) => b.count - a.count)}>
          {({ code, name, count, path }) => {
            const [, x, y] = places[code]!
            const radius = radiusOf(count, props.most)
            return (
              <a href={path} aria-label={words.inCountry(name, countOf(count, "event", locale))}>
                <circle class="reach" cx={x} cy={y} r={reachOf(code, props.countries, radius)} />
                <circle cx={x} cy={y} r={radius} />
                <Show when={radius >= fitsNumber}>
                  <text x={x} y={y} aria-hidden="true">
                    {count}
                  </text>
                </Show>
              </a>
            )
          }}
        </For>
      </svg>
    </figure>
  )
}

/** In units of the map, of which it is 600 wide. */
const [largest, smallest, fitsNumber] = [30, 6, 10]

/** The area is as the number, but for what would be too small to be seen. */
const radiusOf = (count: number, most: number) =>
  Math.max(smallest, Math.round(largest * Math.sqrt(count / Math.max(most, few))))

/** As far as a finger needs, which is 24 px on a map as narrow as a phone, but not beyond the middle between two circles. */
function reachOf(code: string, countries: readonly Country[], radius: number): number {
  const [, x, y] = places[code]!
  const halves = countries
    .filter((other) => other.code !== code)
    .map((other) => Math.hypot(x - places[other.code]![1], y - places[other.code]![2]) / 2)
  return Math.max(radius, Math.floor(Math.min(finger, ...halves)))
}

const finger = 26

/** Where no country has many, one event is no more than a small circle. */
const few = 12

/** How many events are in no country, and why. */
function NotOnMap(props: { asked: ItemQuery; unplaced: Unplaced }): JSX.Element {
  const { locale } = usePage()
  const words = eventViewWords[locale]
  const { total, online, withoutLocation } = props.unplaced
  const reasons = () => {
    if (online === undefined) return []
    const others = total - online
    return [
      ...(online > 0 ? [words.online(String(online), online === 1)] : []),
      ...(others > 0 ? [words.noCountry(String(others), others === 1)] : []),
    ]
  }
  return (
    <Show when={total > 0}>
      <p class="nowhere">{words.nowhere(countOf(total, "event", locale), total === 1, reasons().join(", "))}</p>
      <Show when={withoutLocation > 0}>
        <p>
          <a href={listPath(locale, "event", { ...props.asked, missing: ["location"] })}>{words.noPlace}</a>
        </p>
      </Show>
    </Show>
  )
}
