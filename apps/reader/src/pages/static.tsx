import { renderMarkdown } from "@pg/markdown"
import { Show } from "solid-js"
import { typeset } from "../components/typeset.js"
import { languages, type PageLocale, pageLocales } from "../messages/languages.js"
import type { View } from "../page.js"
import { staticPath } from "../paths.js"
import type { StaticPage } from "../segments.js"
import aboutEn from "../texts/about.en.md?raw"
import aboutFr from "../texts/about.fr.md?raw"
import accessibilityEn from "../texts/accessibility.en.md?raw"
import accessibilityFr from "../texts/accessibility.fr.md?raw"
import privacyEn from "../texts/privacy.en.md?raw"
import privacyFr from "../texts/privacy.fr.md?raw"

/** What stands on the pages that are the same whatever is in the archive, in Markdown. */
const texts: Record<StaticPage, Record<PageLocale, string>> = {
  about: { en: aboutEn, fr: aboutFr },
  accessibility: { en: accessibilityEn, fr: accessibilityFr },
  privacy: { en: privacyEn, fr: privacyFr },
}

/** One of these pages, with whom to write to where that is known. */
export function showStatic(page: StaticPage, locale: PageLocale, adminEmail: string | undefined): View {
  const { pages, contact } = languages[locale]
  const { title, description } = pages[page]
  return {
    title,
    description,
    canonical: staticPath(locale, page),
    alternates: Object.fromEntries(pageLocales.map((other) => [other, staticPath(other, page)])) as Record<
      PageLocale,
      string
    >,
    content: () => (
      <article class="static">
        <h1>{title}</h1>
        <div class="body" innerHTML={renderMarkdown(typeset(texts[page][locale], locale), locale)} />
        <Show when={adminEmail}>
          {(address) => (
            <section class="contact">
              <h2>{contact.heading}</h2>
              <p>
                {contact.text} <a href={`mailto:${address()}`}>{address()}</a>.
              </p>
            </section>
          )}
        </Show>
      </article>
    ),
  }
}
