import { type Item, kindOf } from "@pg/domain"
import { doiUrl } from "./doi-url.js"

/**
 * What typed links say of an item, the same from its page and from each description of it (FAIR Signposting Profile,
 * signposting.org/FAIR): the absolute address to cite it by, and that of its class at schema.org.
 */
export type Signposts = { citeAs: string; type: string }

/** The signposts of an item whose page is at `pageUrl`: what has no DOI is cited by its page. */
export function signpostsOf(item: Item, pageUrl: string): Signposts {
  const kind = kindOf(item)
  const doi = kind.imprint(item)?.doi
  return {
    citeAs: doi === undefined ? pageUrl : doiUrl(doi),
    type: `https://schema.org/${kind.citationType(item) === "book" ? "Book" : kind.schemaOrgType}`,
  }
}
