/**
 * A text as its language sets it: in French, the space before ; : ! ? » and after « does not break. Nothing else
 * changes, and no position does.
 */
export function typeset(text: string, locale: string): string {
  if (!/^fr\b/.test(locale) || !/ [;!?:»]|« /.test(text)) return text
  return text.replace(/ (?=[;!?])/g, "\u202f").replace(/ (?=[:»])|(?<=«) /g, "\u00a0")
}
