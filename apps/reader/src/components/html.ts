import type { JSX } from "solid-js"
import { escape, resolveSSRNode, ssr } from "solid-js/web"

/** What is rendered on the server, as HTML. */
export const toHtml = (node: JSX.Element): string => resolveSSRNode(escapeAny(node)).replaceAll(betweenTexts, "")

/** HTML that `toHtml` made, to stand in a page as it is. */
export const fromHtml = (html: string): JSX.Element => ssr(html) as unknown as JSX.Element

/** Text as it may stand between the quotation marks of an attribute. */
export const toAttribute = (text: string): string => escapeAny(text, true)

/** Solid's types know only a part of what its own compiler hands to it. */
const escapeAny = escape as (node: unknown, isAttribute?: boolean) => string

/** What Solid puts between two texts for a script that would take over the page. No text can have it: `<` is escaped. */
const betweenTexts = "<!--!$-->"
