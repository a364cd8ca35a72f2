import type { Publication } from "@pg/domain"
import { For, Show } from "solid-js"
import { Issued } from "../components/dates.js"
import { Entry } from "../components/entry.js"
import { Fact } from "../components/facts.js"
import { Files } from "../components/files.js"
import { ItemPage } from "../components/item-page.js"
import { Label } from "../components/label.js"
import { nameLanguage, nameUnknown } from "../components/names.js"
import { PlaceLine } from "../components/places.js"
import { usePage } from "../page-context.js"
import type { KindView } from "./kind-view.js"
import { publicationWords } from "./publication-words.js"

/** Publications: when they appeared, their reference, and where to read them. */
export const publication: KindView<Publication> = {
  words: publicationWords,
  dates: ["issued"],

  Card: (props) => (
    <Entry
      item={props.item}
      level={props.level}
      highlights={props.highlights}
      label={<Label item={props.item} words={publicationWords[usePage().locale]} />}
      margin={<Imprint item={props.item} />}
    />
  ),

  Page: (props) => (
    <ItemPage
      item={props.item}
      translations={props.translations}
      related={props.related}
      bodyHtml={props.bodyHtml}
      isDraft={props.isDraft}
      words={publicationWords[usePage().locale]}
      margin={
        <p class="dateline">
          <Imprint item={props.item} />
        </p>
      }
      facts={<Facts item={props.item} />}
    >
      <Files heading={publicationWords[usePage().locale].files} files={props.item.files} />
    </ItemPage>
  ),
}

/** As on the first leaf of a book: when, where, and under which reference. */
const Imprint = (props: { item: Publication }) => (
  <>
    <span class="date">
      <Issued item={props.item} />
    </span>
    <PlaceLine where={props.item} />
    <Show when={props.item.reference}>
      {(reference) => (
        <>
          {" "}
          <span class="reference">{reference()}</span>
        </>
      )}
    </Show>
  </>
)

function Facts(props: { item: Publication }) {
  const { locale } = usePage()
  const words = publicationWords[locale]
  const roleOf = (role: string | undefined) =>
    role === undefined ? "" : ` (${words.roles[role] ?? nameUnknown(role)})`
  return (
    <>
      <Show when={props.item.contributors.length > 0}>
        <Fact name={words.contributors}>
          <ul>
            <For each={props.item.contributors}>
              {(contributor) => (
                <li>
                  <bdi>{contributor.name}</bdi>
                  {roleOf(contributor.role)}
                </li>
              )}
            </For>
          </ul>
        </Fact>
      </Show>
      <Show when={props.item.publisher}>{(name) => <Fact name={words.publisher}>{name()}</Fact>}</Show>
      <Show when={props.item.edition}>{(edition) => <Fact name={words.edition}>{edition()}</Fact>}</Show>
      <Show when={props.item.pages}>{(pages) => <Fact name={words.pages}>{pages()}</Fact>}</Show>
      <Show when={props.item.languages.length > 0}>
        <Fact name={words.languages}>{props.item.languages.map((tag) => nameLanguage(tag, locale)).join(", ")}</Fact>
      </Show>
      <Show when={props.item.isbn}>{(isbn) => <Fact name={words.isbn}>{isbn()}</Fact>}</Show>
      <Show when={props.item.doi}>
        {(doi) => (
          <Fact name={words.doi}>
            <a class="address" href={`https://doi.org/${encodeURI(doi())}`}>
              {doi()}
            </a>
          </Fact>
        )}
      </Show>
    </>
  )
}
