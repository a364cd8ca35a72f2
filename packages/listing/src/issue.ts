import { spanOf, type Range, type Text } from "./text.js"

/** What can be odd about a listing. Closed: a program may rely on knowing all of them. */
export type IssueCode = keyof typeof hints

/**
 * Something of a listing that was not understood, or that an editor should look at. `line` and `column` count from 1,
 * columns in UTF-16 code units; `text` stands exactly so at that place; `hint` says in a sentence what to do.
 */
export type Issue = { line: number; column: number; code: IssueCode; text: string; hint: string }

const hints = {
  duplicate:
    "The same headings and date stood in the listing before: this one is kept as an item of its own; delete one.",
  "impossible-date": "No calendar has this date; correct it in the source.",
  "leaked-label": "This word is no part of a dateline: no field was made of it; delete it in the source.",
  "missing-separator": "A separator seems to be missing before this line; put one there, such as “Read more”.",
  "misspelt-place": "No place of this name is known; correct it in the source.",
  "no-title": "There is no heading that could be a title, so that no item was made of this; write one above it.",
  "out-of-order":
    "Most dates of the listing do not follow its order: no date was taken for an event's, and no bounds were inferred.",
  "partial-date": "The date is not said in full; add to it in the source what is missing.",
  residue: "No field was made of this text; check whether it belongs to an item.",
  "too-long":
    "This is longer than an item can hold: what goes beyond is not in the item, and beyond a million characters not in its source's text; shorten it.",
  "unread-dateline":
    "This heading holds a date, and its item has no dateline; if it is the dateline, say only date and place in it.",
  "unknown-language":
    "Nothing tells which language this is in: it was taken for English; import it with the option for its language.",
  "unknown-place": "The gazetteer does not have this place: it was kept as written; check that it is one.",
  "wrong-weekday":
    "The date does not fall on this day of the week: the date was kept; correct one of them in the source.",
} as const

/** Makes an issue of a range of the listing; its hint is that of its code unless another says more. */
export const issueAt = (text: Text, range: Range, code: IssueCode, hint: string = hints[code]): Issue => ({
  ...spanOf(text, range),
  code,
  hint,
})
