import { For, type JSX, Show } from "solid-js"
import { languages, pageLocales } from "../messages/languages.js"
import type { View } from "../page.js"
import { takingPlace } from "../kinds/views.js"
import { usePage } from "../page-context.js"
import { cardPath } from "../paths.js"
import { fromHtml, toAttribute } from "./html.js"
import { plain } from "./plain.js"

/** What a page says of itself to those who show it elsewhere: Open Graph (ogp.me), Twitter cards, JSON-LD, other forms. */
export function Sharing(props: { view: View }): JSX.Element {
  const { locale, messages, siteUrl } = usePage()
  const { view } = props
  const { sharing } = view
  return (
    <>
      <Show when={view.canonical}>
        {(path) => (
          <>
            {properties([
              ["og:type", sharing ? "article" : "website"],
              ["og:site_name", messages.site.title],
              ["og:title", plain(view.title)],
              ["og:description", view.description && shorten(plain(view.description))],
              ["og:url", siteUrl + path()],
              ["og:locale", messages.territory],
              ...(view.versions ?? pageLocales)
                .filter((other) => other !== locale)
                .map((other) => ["og:locale:alternate", languages[other].territory] as const),
              ["og:image", siteUrl + (sharing?.card ?? cardPath(locale))],
              ["og:image:type", "image/png"],
              ["og:image:width", "1200"],
              ["og:image:height", "630"],
              ["og:image:alt", messages.record.card(shorten(plain(view.title)))],
              ["article:published_time", sharing?.published],
              ["article:modified_time", sharing?.modified],
            ])}
            <meta name="twitter:card" content="summary_large_image" />
          </>
        )}
      </Show>
      <Show when={view.feed}>
        {(feed) => (
          <For each={feedsBeside(feed().path)}>
            {({ path, mediaType }) => <link rel="alternate" type={mediaType} title={plain(feed().title)} href={path} />}
          </For>
        )}
      </Show>
      <For each={sharing?.forms}>
        {({ path, mediaType, title }) => <link rel="alternate" type={mediaType} title={title} href={path} />}
      </For>
      <Show when={sharing}>{(shared) => <script type="application/ld+json" innerHTML={shared().data} />}</Show>
    </>
  )
}

/** Written rather than rendered: so many components, each of one element, would be a tenth of the time of a page. */
const properties = (all: readonly (readonly [name: string, content: string | undefined])[]): JSX.Element =>
  fromHtml(
    all
      .map(([name, content]) => (content ? `<meta property="${name}" content="${toAttribute(content)}">` : ""))
      .join(""),
  )

/** As long as those who show it have room; cut at a word. */
function shorten(text: string): string {
  if (text.length <= longest) return text
  return `${text.slice(0, longest).replace(/\s+\S*$/, "")}…`
}

const longest = 300

/** The same list for other readers of feeds, and for calendars where there is something that takes place. */
function feedsBeside(atomPath: string): { path: string; mediaType: string }[] {
  const as = (extension: string) => atomPath.replace(/\.atom(?=\?|$)/, extension)
  const kinds = new URLSearchParams(atomPath.split("?")[1]).get("kind")?.split(",")
  const takesPlace = !kinds || takingPlace().some((kind) => kinds.includes(kind))
  return [
    { path: as(".rss"), mediaType: "application/rss+xml" },
    ...(takesPlace ? [{ path: as(".ics"), mediaType: "text/calendar" }] : []),
  ]
}
