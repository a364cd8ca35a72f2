import { SaxesParser } from "saxes"

/** An element of an XML document: its name without prefix, its namespace, and what is in it. */
export type XmlElement = {
  name: string
  namespace: string
  attributes: Record<string, string>
  children: XmlElement[]
  text: string
}

/** Reads a document by a parser that is not ours. Throws where it is not well-formed or uses a prefix that it does not declare. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const root = emptyElement()
  const open = [root]
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ local, uri, attributes }) => {
    const element = { ...emptyElement(), name: local, namespace: uri }
    for (const { name, value } of Object.values(attributes)) element.attributes[name] = value
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on("text", (more) => {
    const element = open.at(-1)
    if (element) element.text += more
  })
  parser.on("closetag", () => open.pop())
  parser.write(text).close()
  const [element = root] = root.children
  return element
}

/** The elements of a name anywhere within an element, in their order. */
export const all = (element: XmlElement, name: string): XmlElement[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])

/** The texts of the elements of a name anywhere within an element. */
export const texts = (element: XmlElement, name: string): string[] => all(element, name).map(({ text }) => text)

const emptyElement = (): XmlElement => ({ name: "", namespace: "", attributes: {}, children: [], text: "" })
