import { For, type JSX, Show } from "solid-js"
import type { Assets } from "../assets.js"
import { pageLocales } from "../messages/languages.js"
import type { View } from "../page.js"
import { usePage } from "../page-context.js"
import { Footer } from "./footer.js"
import { Masthead } from "./masthead.js"
import { plain } from "./plain.js"
import { Sharing } from "./sharing.js"

/** A whole page: its head, and its content between masthead and footer. */
export function Document(props: { view: View; assets: Assets }): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <Head view={props.view} assets={props.assets} />
      </head>
      <body>
        <a class="skip" href="#content">
          {messages.skip}
        </a>
        <Masthead alternates={props.view.alternates} />
        <main id="content">{props.view.content()}</main>
        <Footer canonical={props.view.canonical} />
      </body>
    </html>
  )
}

function Head(props: { view: View; assets: Assets }): JSX.Element {
  const { messages, siteUrl } = usePage()
  const name = `${messages.site.name}, ${messages.site.part}`
  const title = plain(props.view.title)
  return (
    <>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === messages.site.title ? title : `${title} – ${name}`}</title>
      <Show when={props.view.description}>{(text) => <meta name="description" content={plain(text())} />}</Show>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#171418" media="(prefers-color-scheme: dark)" />
      <Show when={props.view.canonical} fallback={<meta name="robots" content="noindex" />}>
        {(path) => <link rel="canonical" href={siteUrl + path()} />}
      </Show>
      <Show when={props.view.canonical}>
        <For each={props.view.versions ?? pageLocales}>
          {(locale) => <link rel="alternate" hreflang={locale} href={siteUrl + props.view.alternates[locale]} />}
        </For>
      </Show>
      <Show when={props.view.feed}>
        {(feed) => <link rel="alternate" type="application/atom+xml" title={plain(feed().title)} href={feed().path} />}
      </Show>
      <Sharing view={props.view} />
      <link rel="icon" type="image/svg+xml" href={props.assets.icon} />
      <For each={Object.values(props.assets.fonts)}>
        {(font) => <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />}
      </For>
      <link rel="stylesheet" href={props.assets.style} />
      <Show when={(props.view.status ?? 200) === 200}>
        <For each={props.view.islands}>{(island) => <script type="module" src={props.assets.scripts[island]} />}</For>
      </Show>
    </>
  )
}
