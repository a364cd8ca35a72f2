export { formatBounds, formatEdtf, formatWhen, type FormatLocale } from "./values/format-edtf.js"
export {
  boundsOf,
  compareEdtf,
  daysInMonth,
  isEdtf,
  parseEdtf,
  type Bounds,
  type EdtfDate,
  type EdtfEnd,
  type EdtfInterval,
} from "./values/edtf.js"
export { dayOf } from "./day.js"
export { sortKey } from "./sort-key.js"
