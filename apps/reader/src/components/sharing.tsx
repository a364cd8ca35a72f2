import { For, type JSX, Show } from "solid-js"
import { languages, pageLocales } from "../messages/languages.js"
import type { View } from "../page.js"
import { takingPlace } from "../kinds/views.js"
import { usePage } from "../page-context.js"
import { cardPath } from "../paths.js"
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
            <Property name="og:type" content={sharing ? "article" : "website"} />
            <Property name="og:site_name" content={messages.site.title} />
            <Property name="og:title" content={plain(view.title)} />
            <Property name="og:description" content={view.description && shorten(plain(view.description))} />
            <Property name="og:url" content={siteUrl + path()} />
            <Property name="og:locale" content={messages.territory} />
            <For each={(view.versions ?? pageLocales).filter((other) => other !== locale)}>
              {(other) => <Property name="og:locale:alternate" content={languages[other].territory} />}
            </For>
            <Property name="og:image" content={siteUrl + (sharing?.card ?? cardPath(locale))} />
            <Property name="og:image:type" content="image/png" />
            <Property name="og:image:width" content="1200" />
            <Property name="og:image:height" content="630" />
            <Property name="og:image:alt" content={messages.record.card(shorten(plain(view.title)))} />
            <Property name="article:published_time" content={sharing?.published} />
            <Property name="article:modified_time" content={sharing?.modified} />
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

const Property = (props: { name: string; content: string | undefined }): JSX.Element => (
  <Show when={props.content}>{(content) => <meta property={props.name} content={content()} />}</Show>
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
