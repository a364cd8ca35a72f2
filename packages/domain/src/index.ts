export * from "./dates.js"
export { dateRangeBounds, isDateRange } from "./date-range.js"
export { ChangeEntry, ItemChange, Tombstone } from "./change.js"
export { InvalidInput, type InvalidIssue } from "./errors.js"
export { facetNames, type Facet, type FacetName, type FacetValue } from "./facet.js"
export { Relation } from "./envelope.js"
export { Item, kindOf, kinds, kindsByName, parseItem, type ItemInput, type KindName } from "./item.js"
export { canonicalJson, writeItem } from "./item-json.js"
export type {
  CitationType,
  Contributor,
  Deadline,
  EventAction,
  Imprint,
  Kind,
  Occurrence,
  Programme,
  Registration,
} from "./kind.js"
export { Event } from "./kinds/event.js"
export { News } from "./kinds/news.js"
export { Publication } from "./kinds/publication.js"
export { actions, lifecycle, stateAfter, states, type Action, type State } from "./lifecycle.js"
export { mergeItems, type Merged } from "./merge.js"
export { nearby, nearest } from "./nearest.js"
export type { Highlight, Page, Unmatched } from "./page.js"
export { plainMessage } from "./plain-message.js"
export { fieldsOf, itemFields, profiles, type Profile } from "./profile.js"
export {
  anyOfFilters,
  formatQuery,
  includable,
  missable,
  parameters,
  parseQuery,
  sorts,
  type ItemQuery,
} from "./query.js"
export { Conflict, Revision } from "./revision.js"
export { scopes, type Scope } from "./scope.js"
export { formatSearch, parseSearch, type SearchTerm } from "./search-text.js"
export { Reason, Source, Span } from "./source.js"
export {
  projections,
  scopeOf,
  shown,
  transitions,
  type Need,
  type ProjectionName,
  type Shown,
  type Transition,
} from "./transition.js"
export { unknownParameter } from "./unknown-parameter.js"
export { Attachment, Image, Link } from "./values/attachment.js"
export { Country } from "./values/country.js"
export { EventAttendanceMode } from "./values/event-attendance-mode.js"
export { Id } from "./values/id.js"
export { Instant } from "./values/instant.js"
export { Isbn } from "./values/isbn.js"
export { Locale } from "./values/locale.js"
export { Place } from "./values/place.js"
export { parseReference, Reference } from "./values/reference.js"
export { Slug } from "./values/slug.js"
export { isOfLetters } from "./values/text.js"
export { toSlug } from "./values/to-slug.js"
export { Url } from "./values/url.js"
export { Edtf, When } from "./values/when.js"
export { labelOf, type Concept } from "./vocabulary.js"
export { acronyms, type Acronym } from "./vocabulary/acronyms.js"
export { bodies } from "./vocabulary/bodies.js"
export { topics } from "./vocabulary/topics.js"
export { WebhookEvent, webhookEventTypes, type WebhookEventType } from "./webhook-event.js"
