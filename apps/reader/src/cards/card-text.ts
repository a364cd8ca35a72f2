import { type Item, kindOf, kinds } from "@pg/domain"
import { formatBounds, formatEdtf, formatWhen } from "@pg/domain/dates"
import { nameType } from "../components/label.js"
import { placesInWords } from "../components/places.js"
import { typeset } from "../components/typeset.js"
import { viewOf, views } from "../kinds/views.js"
import { languages, type PageLocale } from "../messages/languages.js"

/** The words on a picture: what it is, its title, when and where; those that there are not are empty. */
export type CardText = { label: string; title: string; date: string; place: string }

/** The newsroom's own. */
export const newsroomText = (locale: PageLocale): CardText => ({
  label: "",
  title: languages[locale].site.tagline,
  date: "",
  place: kinds.map(({ name }) => views[name].words[locale].title).join(" · "),
})

/** An item's, in the words of a page around it. */
export function textOf(item: Item, locale: PageLocale): CardText {
  const words = viewOf(item).words[locale]
  return {
    label: [words.one, item.type && nameType(item.type, words)].filter(Boolean).join(" · "),
    title: typeset(item.title, item.locale),
    date: dateOf(item, locale),
    place: placesInWords(item, locale),
  }
}

/** The days on which it takes place, as far as they are known; for all else when it was published, or that nobody says. */
function dateOf(item: Item, locale: PageLocale): string {
  const [when, ...more] = kindOf(item).programme(item) ? kindOf(item).whens(item) : []
  if (when) return `${formatWhen(when, locale)}${more.length > 0 ? " …" : ""}`
  if (item.issued !== undefined) return formatEdtf(item.issued, locale)
  const { undated } = languages[locale].item
  const bounds = item.issuedBounds === undefined ? "" : formatBounds(item.issuedBounds, locale)
  return bounds === "" ? undated : `${undated} (${bounds})`
}
