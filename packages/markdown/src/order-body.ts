import type rehypeSanitize from "rehype-sanitize"
import type { Words } from "./words.js"

type Root = Parameters<ReturnType<typeof rehypeSanitize>>[0]
type Node = Root["children"][number]
type Element = Extract<Node, { type: "element" }>

/**
 * Fits a body into its page (a rehype plugin, to be used after sanitizing): headings start at the second level and
 * leave none out, tables can be scrolled from the keyboard, a head row with nothing in it goes, boxes of task lists
 * become characters, because nothing can be ticked here, pictures wait until they are scrolled to, and a link whose text is its
 * address says so by a class.
 */
export function orderBody(words: Words): (root: Root) => void {
  return (root) => {
    const elements = elementsOf(root)
    const headings = elements.filter(
      ({ tagName, properties }) => /^h[1-6]$/.test(tagName) && properties["id"] !== ofNotes,
    )
    const top = Math.min(...headings.map(levelOf))
    let last = 1
    for (const heading of headings) {
      last = Math.min(levelOf(heading) - top + 2, last + 1, 6)
      heading.tagName = `h${last}`
    }
    const tables = elements.filter(({ tagName }) => tagName === "table")
    replaceIn(root, (table) => (tables.length === 1 ? words.table : `${words.table} ${tables.indexOf(table) + 1}`))
  }
}

/** The heading of the notes, which remark-rehype puts at the second level. */
const ofNotes = "user-content-footnote-label"

/** What the region of a table is called. */
type NameOf = (table: Element) => string

const levelOf = ({ tagName }: Element) => Number(tagName[1])

const isElement = (node: { type: string }): node is Element => node.type === "element"

const elementsOf = (parent: { children: readonly { type: string }[] }): Element[] =>
  parent.children.filter(isElement).flatMap((element) => [element, ...elementsOf(element)])

function replaceIn(parent: Root | Element, nameOf: NameOf): void {
  parent.children = (parent.children as Node[]).flatMap((node) => {
    if (!isElement(node)) return [node]
    replaceIn(node, nameOf)
    return replaced(node, nameOf)
  }) as typeof parent.children
}

function replaced(element: Element, nameOf: NameOf): Node[] {
  if (element.tagName === "thead" && textOf(element).trim() === "") return []
  if (element.tagName === "img") element.properties["loading"] = "lazy"
  const { href } = element.properties
  if (typeof href === "string") {
    // Sanitizing puts this before every id of a body, and leaves the links to them as they were.
    element.properties["href"] = href.replace(/^#(?!user-content-|$)/, "#user-content-")
    if (isAddress(textOf(element), href)) element.properties["className"] = ["address"]
  }
  if (element.tagName === "input") return [{ type: "text", value: element.properties["checked"] ? "☑" : "☐" }]
  if (element.tagName !== "table") return [element]
  const properties = { className: ["table"], role: "region", ariaLabel: nameOf(element), tabIndex: 0 }
  return [{ type: "element", tagName: "div", properties, children: [element] }]
}

/** Whether a link's text is where it leads, so that whoever prints it need not say that again. */
const isAddress = (text: string, href: string) => [text, `http://${text}`, `mailto:${text}`].includes(href)

const textOf = (node: { type: string; value?: string; children?: readonly { type: string }[] }): string =>
  node.value ?? node.children?.map((child) => textOf(child)).join("") ?? ""
