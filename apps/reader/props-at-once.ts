type Node = { type: string; [part: string]: unknown }
type Call = { callee: { name?: string }; arguments: Node[] }

/**
 * Has components be given what their properties are, where Solid's compiler gives them getters: those are for pages that
 * change, and these are rendered once. What a getter of an object sees, V8 keeps until it looks through all of its memory:
 * that took half the time of a page. What may not be shown is a function, which Solid asks when it is to be written. To be
 * used as a plugin of Babel beside Solid's.
 */
export const propsAtOnce = () => ({
  visitor: {
    CallExpression: ({ node }: { node: Call }) => {
      const [component, props] = node.arguments
      if (node.callee.name !== "_$createComponent" || !props) return
      const given = isMerged(props) ? spread(props) : props
      if (given.type !== "ObjectExpression") return
      const properties = given["properties"] as Node[]
      const isShow = component?.["name"] === "Show"
      node.arguments[1] = { ...given, properties: properties.map((property) => atOnce(property, isShow)) }
    },
  },
})

/** A property that is what a getter returns; of what may not be shown, a function that gives it. */
function atOnce(property: Node, isShow: boolean): Node {
  const { type, key, kind, body } = property as Node & { key: Node; kind?: string; body: { body: Node[] } }
  if (type !== "ObjectMethod" || kind !== "get") return property
  const [statement, ...others] = body.body
  if (statement?.type !== "ReturnStatement" || others.length > 0) return property
  const given = statement["argument"] as Node
  const isLater = key["name"] === "fallback" || (isShow && key["name"] === "children")
  const value = isLater
    ? { type: "ArrowFunctionExpression", params: [], body: given, async: false, expression: true }
    : given
  return { type: "ObjectProperty", key, value, computed: false, shorthand: false }
}

const isMerged = ({ type, callee }: Node) =>
  type === "CallExpression" && (callee as Call["callee"]).name === "_$mergeProps"

/** Properties from several objects, or functions that give some, as one object. */
function spread(merged: Node): Node {
  const properties = (merged as Node & Call).arguments.flatMap((source) => {
    if (source.type === "ObjectExpression") return source["properties"] as Node[]
    const argument = source.type === "ArrowFunctionExpression" ? source["body"] : source
    return [{ type: "SpreadElement", argument }]
  })
  return { type: "ObjectExpression", properties }
}
