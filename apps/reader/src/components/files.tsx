import type { Attachment, Item } from "@pg/domain"
import { For, type JSX, Show } from "solid-js"
import type { PageLocale } from "../messages/languages.js"
import { usePage } from "../page-context.js"
import { Followed } from "./followed.js"
import { nameLanguage } from "./names.js"

/** Files to take away, each with its type, size and language as far as they are known. */
export function Files(props: { heading: string; files: readonly Attachment[] }): JSX.Element {
  const { locale, messages } = usePage()
  return (
    <Show when={props.files.length > 0}>
      <section class="files">
        <h2>{props.heading}</h2>
        <ul>
          <For each={props.files}>
            {(file) => (
              <li>
                <Followed url={file.url} title={file.title}>
                  <a href={file.url} type={file.mediaType} hreflang={file.locale}>
                    <bdi>{file.title ?? (fileName(file.url) || messages.item.fileNotNamed)}</bdi>
                  </a>
                </Followed>{" "}
                <span class="quiet">{describe(file, locale)}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/** Web pages that an item points to. */
export function Links(props: { links: Item["links"] }): JSX.Element {
  const { messages } = usePage()
  return (
    <Show when={props.links.length > 0}>
      <section class="files">
        <h2>{messages.item.links}</h2>
        <ul>
          <For each={props.links}>
            {(link) => (
              <li>
                <Followed url={link.url} title={link.title}>
                  <a class={link.title === undefined ? "address" : undefined} href={link.url} rel={link.rel}>
                    <bdi>{link.title ?? link.url}</bdi>
                  </a>
                  <Show when={link.title}>
                    {" "}
                    <span class="quiet">{new URL(link.url).host}</span>
                  </Show>
                </Followed>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

function describe({ mediaType, size, locale: language }: Attachment, locale: PageLocale): string {
  const type = mediaType === undefined ? undefined : (typeNames[mediaType] ?? mediaType)
  const parts = [
    type,
    size === undefined ? undefined : formatSize(size, locale),
    language && nameLanguage(language, locale),
  ]
  return parts.filter((part) => part !== undefined).join(", ")
}

const typeNames: Record<string, string> = {
  "application/pdf": "PDF",
  "application/epub+zip": "EPUB",
  "application/zip": "ZIP",
  "application/msword": "Word",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint",
  "text/html": "HTML",
}

/** In decimal units, as file managers count; bytes as a word, which is short enough and, unlike its sign, has a plural. */
function formatSize(bytes: number, locale: PageLocale): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"]
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 0), units.length - 1)
  const options = {
    style: "unit",
    unit: units[power]!,
    unitDisplay: power === 0 ? "long" : "short",
    maximumFractionDigits: 1,
  } as const
  return new Intl.NumberFormat(locale, options).format(bytes / 1000 ** power)
}

function fileName(url: string): string {
  const segment = new URL(url).pathname.split("/").at(-1) ?? ""
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment // its percent signs are no encoding: the name as it stands
  }
}
