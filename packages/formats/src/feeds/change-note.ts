import type { ChangeEntry, Instant, Item, Tombstone } from "@pg/domain"
import { languageOf } from "../language.js"

/**
 * What a feed of changes tells of one change. `id` is that change's for ever: the item's, and in its fragment the place in
 * the log. `title` is the item's or, where it is no more, says so; `note` is why it was changed. `item` is absent and
 * `tombstone` there where the item was taken away.
 */
export type ChangeNote = {
  id: string
  at: Instant
  title: string
  locale: string
  note: string | undefined
  item?: Item
  tombstone?: Tombstone
}

/** Tells a change. What was taken away has a title in the feed's language, since a tombstone has none. */
export function noteOf(change: ChangeEntry, feedLocale: string | undefined): ChangeNote {
  const { seq, at } = change
  if (change.type === "put") {
    const { item, changeNote: note } = change
    return { id: `${urnOf(item.id)}#${seq}`, at, title: item.title, locale: item.locale, note, item }
  }
  const { tombstone } = change
  const locale = languageOf(feedLocale)
  const title = `${words[locale][tombstone.state]} ${tombstone.id}`
  return { id: `${urnOf(tombstone.id)}#${seq}`, at, title, locale, note: tombstone.reason, tombstone }
}

/** The name of an item that never changes: RFC 9562 section 4. */
export const urnOf = (id: string): string => `urn:uuid:${id}`

const words = {
  en: { withdrawn: "Withdrawn:", gone: "Removed:", merged: "Merged into another:" },
  fr: { withdrawn: "Retiré :", gone: "Supprimé :", merged: "Fusionné avec un autre :" },
}
