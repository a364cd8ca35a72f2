import { For, type JSX } from "solid-js"
import { usePage } from "../page-context.js"
import { directionOf } from "./direction.js"
import { typeset } from "./typeset.js"

/**
 * Words of an item: said to be in their language where that is not the page's, in the direction of that language, and
 * isolated, so that letters or marks of another direction do not turn around what stands beside them. `marks` are found words, `[from, to)`.
 */
export function ItemText(props: { text: string; locale: string; marks?: [number, number][] | undefined }): JSX.Element {
  const { text, locale, marks = [] } = props
  const set = typeset(text, locale)
  return (
    <bdi lang={locale === usePage().locale ? undefined : locale} dir={directionOf(locale)}>
      {marks.length === 0 ? (
        set
      ) : (
        <For each={cut(set, marks)}>{(part) => (part.isMarked ? <mark>{part.text}</mark> : part.text)}</For>
      )}
    </bdi>
  )
}

function cut(text: string, marks: readonly [number, number][]): { text: string; isMarked: boolean }[] {
  const edges = [0, ...marks.flat(), text.length]
  return edges
    .slice(1)
    .map((edge, index) => ({ text: text.slice(edges[index], edge), isMarked: index % 2 === 1 }))
    .filter((part) => part.text !== "")
}
