export { atom } from "./atom.js"
export type { Feed, Format, SchemeName } from "./format.js"
export { json } from "./json.js"
export { formats } from "./registry.js"
