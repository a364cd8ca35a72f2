import type { Item } from "@pg/domain"
import { bibtex, citeInWords, csl, ris } from "@pg/formats"
import { For, type JSX } from "solid-js"
import type { KindWords } from "../kinds/kind-words.js"
import { pageLocaleOf } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { apiItemPath, itemPath, permanentPath } from "../paths.js"
import { directionOf } from "./direction.js"
import { nameType } from "./label.js"
import { typeset } from "./typeset.js"

/** How to cite an item: in words, to be selected and copied, and for programs. */
export function Cite(props: { item: Item; words: KindWords }): JSX.Element {
  const { locale, messages, siteUrl } = usePage()
  const { item, words } = props
  const parts = citeInWords(item, {
    locale,
    genre: item.type && nameType(item.type, words),
    itemUrl: (cited) =>
      siteUrl + (isPlain(cited.slug) ? itemPath(pageLocaleOf(cited.locale), cited) : permanentPath(cited.id)),
  })
  const language = item.locale === locale ? undefined : item.locale
  return (
    <section class="cite">
      <h2>{messages.record.cite}</h2>
      <p class="citation">
        <For each={parts}>
          {(part) =>
            part.isTitle ? (
              <cite>
                <bdi lang={language} dir={directionOf(item.locale)}>
                  {typeset(part.text, item.locale)}
                </bdi>
              </cite>
            ) : (
              <bdi>{part.text}</bdi>
            )
          }
        </For>
      </p>
      <ul class="quiet inline" aria-label={messages.record.otherCitations}>
        <For each={[bibtex, ris, csl]}>
          {({ extension, mediaType, title }) => (
            <li>
              <a href={apiItemPath(item.id, `.${extension}`)} type={mediaType}>
                {title}
              </a>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

/** Whether an address says its words as they are; a slug in other letters would be lines of percent signs. */
const isPlain = (slug: string) => encodeURIComponent(slug) === slug
