import type { JSX } from "solid-js"
import { createMemory } from "../memory.js"
import { fromHtml, toHtml } from "./html.js"

/**
 * Pieces of pages that are the same wherever they stand, each rendered once and then kept as HTML, so many at most. The key
 * says all that a piece is made from.
 */
export function createKept(most: number): (key: string, render: () => JSX.Element) => JSX.Element {
  const pieces = createMemory<JSX.Element>(most)
  return (key, render) => pieces(key, () => fromHtml(toHtml(render())))
}
