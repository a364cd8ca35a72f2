import { dateRules } from "./dates.js"
import { onSiteReason } from "./item.js"
import { kindRules } from "./rules/kinds.js"

/** Every rule that a reason may name, in the words in which it does: for who says them in another language. */
export const readingRules: readonly string[] = [
  ...new Set([...kindRules.map(({ rule }) => rule), ...Object.values(dateRules), onSiteReason.rule]),
]
