import type { News } from "@pg/domain"
import { Show } from "solid-js"
import { Issued, WhenTime } from "../components/dates.js"
import { Entry } from "../components/entry.js"
import { ItemPage } from "../components/item-page.js"
import { Label } from "../components/label.js"
import { PlaceLine } from "../components/places.js"
import { usePage } from "../page-context.js"
import type { KindView } from "./kind-view.js"
import { newsWords } from "./news-words.js"

/** News: a date, a place, a text. */
export const news: KindView<News> = {
  words: newsWords,
  dates: ["issued"],

  Card: (props) => (
    <Entry
      item={props.item}
      level={props.level}
      highlights={props.highlights}
      label={<Label item={props.item} words={newsWords[usePage().locale]} />}
      margin={<Dateline item={props.item} />}
    />
  ),

  Page: (props) => (
    <ItemPage
      item={props.item}
      translations={props.translations}
      related={props.related}
      bodyHtml={props.bodyHtml}
      isDraft={props.isDraft}
      words={newsWords[usePage().locale]}
      margin={
        <p class="dateline">
          <Dateline item={props.item} />
        </p>
      }
    />
  ),
}

/** The place and date under which it was published; and the dates that it reports, where its source gives those. */
const Dateline = (props: { item: News }) => (
  <>
    <span class="date">
      <Issued item={props.item} />
    </span>
    <PlaceLine where={props.item} />
    <Show when={props.item.when}>
      {(when) => (
        <>
          {" "}
          <span class="reported">
            {newsWords[usePage().locale].reported} <WhenTime when={when()} />
          </span>
        </>
      )}
    </Show>
  </>
)
